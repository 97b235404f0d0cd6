import type { Message } from '../../domain/domain-error.js';
import type { Contact } from '../../organisation/contact.entity.js';
import type { DigestLine } from '../digest-line.js';
import type { ReminderDay } from '../reminder-day.js';

/** A year without a calendar, to the performance office, who can enter it: once a week until it is there. */
export function calendarMissing({ missingYears, today }: ReminderDay, contacts: readonly Contact[]): DigestLine[] {
  const week = Math.ceil(Number(today.slice(8)) / 7);
  const office = contacts.filter(({ duty }) => duty === 'office');
  return missingYears.flatMap((year) =>
    office.map((contact) => ({
      rule: 'calendar-missing' as const,
      contact,
      subject: String(year),
      dueDate: `${year}-01-01`,
      stage: `${today.slice(0, 7)} week ${week}`,
      reason: { year },
    })),
  );
}

export const calendarMissingText = ({ year }: { readonly year: number }): Message => ({
  zh: `${year} 年的节假日安排尚未录入，暂按周一至周五推算。`,
  en: `The holidays of ${year} have not been entered; Monday to Friday is taken for now.`,
});
