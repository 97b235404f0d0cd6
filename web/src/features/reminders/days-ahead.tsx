import type { Language } from '@domain/domain-error.js';
import { useTranslation } from 'react-i18next';
import type { DayAhead } from '../../api/reminders.js';
import { dateName } from '../../period/local-time.js';
import { byReader } from './by-reader.js';

/** A day of a province would be thousands. */
const MOST_PEOPLE = 20;

/** Days with mails, each with its readers and why they are told; the others are counted. */
export function DaysAhead({ days }: { readonly days: readonly DayAhead[] }) {
  const { t } = useTranslation();
  const busy = days.filter(({ reminders }) => reminders.length > 0);
  if (busy.length === 0) return <p className="muted">{t('reminders.nobody', { count: days.length })}</p>;
  return (
    <div className="reminders-days">
      {busy.map((day, place) => (
        <Day key={day.date} day={day} isOpen={place === 0} />
      ))}
    </div>
  );
}

function Day({ day: { date, reminders }, isOpen }: { readonly day: DayAhead; readonly isOpen: boolean }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  const readers = byReader(reminders);
  return (
    <details open={isOpen}>
      <summary>{t('reminders.dayLine', { date: dateName(date), count: readers.length })}</summary>
      <dl>
        {readers.slice(0, MOST_PEOPLE).map(({ readBy, told }) => (
          <div key={readBy}>
            <dt>{readBy}</dt>
            {told.map(({ rule, subject, stage, contactName, reason }) => (
              <dd key={[rule, subject, stage, contactName].join(' ')}>
                {reason[language]}
                {contactName !== readBy && <span className="muted"> {t('reminders.inPlaceOf', { contactName })}</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {readers.length > MOST_PEOPLE && (
        <p className="muted">{t('reminders.morePeople', { count: readers.length - MOST_PEOPLE })}</p>
      )}
    </details>
  );
}
