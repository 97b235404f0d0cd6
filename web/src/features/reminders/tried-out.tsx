import { useTranslation } from 'react-i18next';
import { type DayAhead, TRIED_DAYS, useReminderPreview } from '../../api/reminders.js';
import { DaysAhead } from './days-ahead.js';

/** How many mails that would be beside those of the rules in force, and to whom. */
export function TriedOut({ days }: { readonly days: readonly DayAhead[] }) {
  const { t } = useTranslation();
  const now = useReminderPreview(TRIED_DAYS).data?.items;
  const count = mailsOf(days);
  return (
    <>
      <p role="status">
        {now
          ? t('reminders.compared', { days: TRIED_DAYS, count, now: mailsOf(now) })
          : t('reminders.counted', { days: TRIED_DAYS, count })}
      </p>
      {count === 0 && <p className="light-amber">▲ {t('reminders.tellsNobody', { days: TRIED_DAYS })}</p>}
      {count > 0 && <DaysAhead days={days} />}
    </>
  );
}

/** One each day to each who is told anything. */
const mailsOf = (days: readonly DayAhead[]): number =>
  days.reduce((sum, { reminders }) => sum + new Set(reminders.map(({ readBy }) => readBy)).size, 0);
