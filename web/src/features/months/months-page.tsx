import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';
import { usePeriod } from '../../period/use-period.js';
import { YearSelect } from '../../period/year-select.js';
import { MissingButton } from './missing/missing-button.js';
import { MonthGrid } from './month-grid.js';
import { useMayDecide } from './use-may-decide.js';
import './months.css';

/** The year of all departments: what is open, due and closed. */
export function MonthsPage() {
  const { t } = useTranslation();
  const period = usePeriod();
  const { address, choose } = useAddress();
  const search = address.get('search') ?? undefined;
  return (
    <Page
      title={t('months.title')}
      hint={t(useMayDecide() ? 'months.hint' : 'months.hintToRead')}
      tools={
        <>
          <Input.Search
            allowClear
            className="months-search"
            aria-label={t('months.search')}
            placeholder={t('months.search')}
            defaultValue={search}
            onSearch={(text) => {
              choose({ search: text.trim() || undefined });
            }}
          />
          <MissingButton year={period.year} search={search} />
          <YearSelect {...period} />
        </>
      }
    >
      <MonthGrid year={period.year} search={search} />
    </Page>
  );
}
