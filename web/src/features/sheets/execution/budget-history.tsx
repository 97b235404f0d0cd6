import { useTranslation } from 'react-i18next';
import { useBudgetHistory } from '../../../api/budget.js';
import { decimal } from '../../../components/decimal.js';
import { localTime } from '../../../period/local-time.js';
import type { ExecutionOf } from './execution-figures.js';

/** Who saved a month's figures, and as what; the latest first. */
export function BudgetHistory({ sheetId, month }: Pick<ExecutionOf, 'sheetId' | 'month'>) {
  const { t } = useTranslation();
  const { data } = useBudgetHistory(sheetId, month);
  if (!data) return null;
  return (
    <details className="budget-history">
      <summary>{t('execution.history', { count: data.items.length })}</summary>
      <ol className="inbox">
        {data.items.toReversed().map(({ version, actorName, changedAt, figures }) => (
          <li key={version}>
            {t('execution.was', {
              spent: decimal(figures.spent),
              adjusted: figures.adjustedBudget === null ? '—' : decimal(figures.adjustedBudget),
            })}
            {[figures.deviationReason, figures.correctiveMeasure].filter(Boolean).map((said) => (
              <div key={said}>{said}</div>
            ))}
            <div className="muted small">{t('execution.by', { name: actorName, at: localTime(changedAt) })}</div>
          </li>
        ))}
      </ol>
    </details>
  );
}
