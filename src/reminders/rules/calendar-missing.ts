import type { Message } from '../../domain/domain-error.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import type { DigestLine } from '../digest-line.js';
import type { ReminderDay } from '../reminder-day.js';
import type { Reached } from '../reminder-recipients.js';

/** A year without a calendar, to the performance office, who can enter it: once a week until it is there. */
export function calendarMissing({ missingYears, today }: ReminderDay, office: readonly Reached[]): DigestLine[] {
  return missingYears.flatMap((year) =>
    office.map(({ contact, reader }) => ({
      rule: 'calendar-missing' as const,
      contact,
      reader,
      subject: String(year),
      dueDate: `${year}-01-01`,
      stage: weekOf(today),
      reason: { year },
    })),
  );
}

/** What is told once a week goes by the week of the month. */
export const weekOf = (today: LocalDate): string =>
  `${today.slice(0, 7)} week ${Math.ceil(Number(today.slice(8)) / 7)}`;

export const calendarMissingText = ({ year }: { readonly year: number }): Message => ({
  zh: `${year} 年的节假日安排尚未录入，暂按周一至周五推算。`,
  en: `The holidays of ${year} have not been entered; Monday to Friday is taken for now.`,
});
