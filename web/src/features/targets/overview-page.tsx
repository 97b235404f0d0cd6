import { Empty, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { currentAsOf, monthOf, monthsBetween } from '../../../../src/domain/month.js';
import { useScores, useTargetSheets } from '../../api/queries.js';
import type { TargetSheetSummary } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { today } from '../../components/today.js';
import { SheetCard } from './sheet-card.js';
import { SheetView } from './sheet-view.js';

/** All sheets with their scores, and the one that is looked at. What is looked at stands in the address. */
export function OverviewPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('nav.sheets')}>
      <Loaded queries={{ sheets: useTargetSheets() }}>{({ sheets }) => <Sheets items={sheets.items} />}</Loaded>
    </Page>
  );
}

function Sheets({ items }: { readonly items: readonly TargetSheetSummary[] }) {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const selected = items.find(({ id }) => id === address.get('sheet')) ?? items[0];
  const year = selected?.fiscalYear ?? null;
  const month = address.get('month') ?? (year === null ? null : currentAsOf(year, today()));
  const scores = useScores(month);
  const show = (change: Record<string, string>): void => {
    setAddress((before) => ({ ...Object.fromEntries(before), ...change }));
  };
  if (!selected || !month || year === null) return <Empty description={t('sheet.none')} />;
  return (
    <>
      <p className="no-print">
        <label>
          {t('year', { year })} · {t('month')}{' '}
          <Select
            aria-label={t('month')}
            value={month}
            onChange={(value) => {
              show({ month: value });
            }}
            options={monthsBetween(monthOf(year, 1), monthOf(year, 12)).map((value) => ({ value, label: value }))}
            style={{ width: 120 }}
          />
        </label>
      </p>
      <ul className="sheets">
        {items.map((sheet) => (
          <li key={sheet.id}>
            <SheetCard
              sheet={sheet}
              score={scores.data?.items.find(({ sheetId }) => sheetId === sheet.id)}
              selected={sheet.id === selected.id}
              onSelect={() => {
                show({ sheet: sheet.id });
              }}
            />
          </li>
        ))}
      </ul>
      <SheetView sheetId={selected.id} month={month} />
    </>
  );
}
