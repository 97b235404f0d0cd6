import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { Language } from '../domain/domain-error.js';
import { monthName } from '../domain/calendar/month-name.js';
import { instantOf } from '../domain/calendar/working-days.js';
import type { MailAttachment } from '../delivery/mail/mail-message.js';
import type { Contents } from './digest-contents.js';
import type { OwedMonth } from './digest-owed.js';

const ALARM_SECONDS = 3600;
const MINUTE_MS = 60_000;
const SHOWN_MINUTES = 30;

/** The due dates for one's own calendar. A later mail about the same month changes the same entry, by its UID. */
export function dueDatesCalendar(
  months: readonly OwedMonth[],
  { department }: Pick<Contents, 'department'>,
  language: Language,
  url: string,
  timeZone: string,
): MailAttachment {
  const calendar = ical({
    prodId: { company: 'Jixiao', product: 'reminders', language: language === 'zh' ? 'ZH' : 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { month, dueDate, dueHour, count, departmentIds } of months) {
    const end = instantOf(`${dueDate}T${String(dueHour).padStart(2, '0')}:00`, timeZone);
    const event = calendar.createEvent({
      id: `due-${departmentIds[0] ?? ''}-${month}@jixiao`,
      start: new Date(end.getTime() - SHOWN_MINUTES * MINUTE_MS),
      end,
      summary:
        language === 'zh'
          ? `绩效填报截止：${monthName(month).zh}（${count} 项）`
          : `Performance entries due: ${monthName(month).en} (${count})`,
      ...(department !== null && { description: department }),
      url: `${url}/?month=${month}`,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: ALARM_SECONDS });
  }
  return {
    filename: 'due-dates.ics',
    contentType: 'text/calendar; method=PUBLISH; charset=utf-8',
    content: calendar.toString(),
  };
}
