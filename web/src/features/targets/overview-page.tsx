import { Empty, Select, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { currentAsOf, monthOf, monthsBetween } from '../../../../src/domain/month.js';
import { useScores, useTargetSheets } from '../../api/queries.js';
import { today } from '../../components/today.js';
import { LoadError } from '../../components/load-error.js';
import { SheetCard } from './sheet-card.js';
import { SheetView } from './sheet-view.js';

/** All sheets with their scores, and the one that is looked at. What is looked at stands in the address. */
export function OverviewPage() {
  const { t } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const sheets = useTargetSheets();
  const items = sheets.data?.items ?? [];
  const selected = items.find(({ id }) => id === address.get('sheet')) ?? items[0];
  const year = selected?.fiscalYear ?? null;
  const month = address.get('month') ?? (year === null ? null : currentAsOf(year, today()));
  const scores = useScores(month);

  const show = (change: Record<string, string>): void => {
    setAddress((before) => ({ ...Object.fromEntries(before), ...change }));
  };
  if (sheets.error)
    return (
      <main className="page">
        <LoadError error={sheets.error} onRetry={() => void sheets.refetch()} />
      </main>
    );
  if (sheets.isPending)
    return (
      <main className="page">
        <Spin description={t('loading')}>
          <div style={{ height: 200 }} />
        </Spin>
      </main>
    );
  if (!selected || !month || year === null)
    return (
      <main className="page">
        <Empty description={t('sheet.none')} />
      </main>
    );
  return (
    <main className="page">
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
      {scores.error && <LoadError error={scores.error} onRetry={() => void scores.refetch()} />}
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
    </main>
  );
}
