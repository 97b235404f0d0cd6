import { useTranslation } from 'react-i18next';
import type { GridMonth } from '../../api/months.js';
import { localTime } from '../../period/local-time.js';

/** When the month opens, is due and closes, and what somebody decided about it. */
export function MonthFacts({ month: { opensOn, dueAt, closesOn, decision } }: { readonly month: GridMonth }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="month-facts">
        <dt>{t('months.opensOn')}</dt>
        <dd>{opensOn}</dd>
        <dt>{t('months.dueAt')}</dt>
        <dd>{localTime(dueAt)}</dd>
        <dt>{t('months.closesOn')}</dt>
        <dd>{closesOn ?? t('months.never')}</dd>
        {decision?.state === 'reopened' && (
          <>
            <dt>{t('months.openUntilShown')}</dt>
            <dd>{decision.openUntil ?? t('months.forGood')}</dd>
          </>
        )}
      </dl>
      {decision && (
        <p>
          {t(`months.decided.${decision.state}`, {
            actor: decision.actor,
            at: localTime(decision.decidedAt),
            reason: decision.reason ?? '',
          })}
        </p>
      )}
    </>
  );
}
