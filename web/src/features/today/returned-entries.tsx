import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IndicatorMonths } from '../../api/types.js';
import { Panel } from '../../components/panel.js';
import { ReturnReason } from '../entry/return-reason.js';

/** What came back, and why. */
export function ReturnedEntries({ indicators }: { readonly indicators: readonly IndicatorMonths[] }) {
  const { t } = useTranslation();
  const returned = indicators.flatMap((indicator) =>
    indicator.entries.filter(({ status }) => status === 'returned').map((entry) => ({ indicator, entry })),
  );
  if (returned.length === 0) return null;
  return (
    <Panel title={t('today.returned')}>
      <ul className="inbox">
        {returned.map(({ indicator, entry }) => (
          <li key={entry.id}>
            <Link to={`/entry?month=${entry.month}`}>
              {indicator.name} <span className="muted">{entry.month}</span>
            </Link>
            <ReturnReason indicatorId={indicator.id} month={entry.month} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
