import { useTranslation } from 'react-i18next';
import { type GridMonth, useMonthHistory } from '../../api/months.js';
import { dateName, localTime } from '../../period/local-time.js';

interface MonthFactsProps {
  readonly month: GridMonth;
}

/** When the month opens, is due and closes, and what has been decided about it. */
export function MonthFacts({ month }: MonthFactsProps) {
  const { t } = useTranslation();
  const { opensOn, dueAt, closesOn, decision } = month;
  return (
    <>
      <dl className="month-facts">
        <dt>{t('months.opensOn')}</dt>
        <dd>{dateName(opensOn)}</dd>
        <dt>{t('months.dueAt')}</dt>
        <dd>{localTime(dueAt)}</dd>
        {!decision && (
          <>
            <dt>{t('months.closesOn')}</dt>
            <dd>{closesOn === null ? t('months.never') : dateName(closesOn)}</dd>
          </>
        )}
      </dl>
      {decision?.state === 'reopened' && <Reopened decision={decision} />}
      {decision && <Decisions month={month} />}
    </>
  );
}

/** Until when it is open once more; who decided it and why stands below. */
function Reopened({ decision: { openUntil } }: { readonly decision: NonNullable<GridMonth['decision']> }) {
  const { t } = useTranslation();
  return (
    <p>
      ↻ {t('months.state.reopened')} ·{' '}
      {openUntil === null ? t('months.openForGood') : t('months.openUntilDay', { day: dateName(openUntil) })}
    </p>
  );
}

/** Who closed and reopened it, and why; the last one first. */
function Decisions({ month: { departmentId, month } }: MonthFactsProps) {
  const { t } = useTranslation();
  const { data } = useMonthHistory(departmentId, month);
  return (
    <ul className="month-decisions">
      {data?.items.toReversed().map(({ version, state, actor, decidedAt, reason }) => (
        <li key={version}>{t(`months.decided.${state}`, { actor, at: localTime(decidedAt), reason: reason ?? '' })}</li>
      ))}
    </ul>
  );
}
