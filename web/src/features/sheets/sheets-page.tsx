import { Alert, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useScoresPage } from '../../api/scores.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { SheetFilter } from '../../components/sheet-filter.js';
import { PeriodSelect } from '../../period/period-select.js';
import { usePeriod } from '../../period/use-period.js';
import { SheetsTable } from './sheets-table.js';
import { useSheetsAsked } from './use-sheets-asked.js';
import './sheets.css';

/** All sheets of the scope with their scores: found, sorted and leafed through by the server, however many there are. */
export function SheetsPage() {
  const { t } = useTranslation();
  const period = usePeriod();
  const { sheets, found, choose } = useSheetsAsked(period.month);
  const table = useScoresPage(sheets, found);
  return (
    <Page
      title={t('sheets.title')}
      tools={
        <>
          <Input.Search
            allowClear
            className="sheets-search"
            aria-label={t('sheets.search')}
            placeholder={t('sheets.search')}
            defaultValue={found.search}
            onSearch={(text) => {
              choose({ search: text.trim() || undefined });
            }}
          />
          <SheetFilter />
          <PeriodSelect {...period} />
        </>
      }
    >
      <Loaded queries={{ table }}>
        {({ table: { items, total, beingScored } }) => (
          <div className="stack">
            {beingScored > 0 && (
              <Alert type="info" showIcon role="status" title={t('sheets.beingScored', { count: beingScored })} />
            )}
            <SheetsTable lines={items} total={total} asked={found} choose={choose} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
