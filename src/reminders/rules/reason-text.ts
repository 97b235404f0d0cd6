import type { Language } from '../../domain/domain-error.js';
import { monthName } from '../../domain/calendar/month-name.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import type { DigestLine } from '../digest-line.js';
import { ALERTS, isAlert } from './alerts.js';
import { approvalStalledText } from './approval-stalled.js';
import { calendarMissingText } from './calendar-missing.js';
import { entriesOwedText } from './entries-owed.js';
import { unreachedText } from './unreached-contacts.js';

type Told = Pick<DigestLine, 'rule' | 'subject' | 'dueDate' | 'reason'>;

/** Why somebody is told today, as a sentence. */
export function reasonText({ rule, subject, dueDate, reason }: Told, today: LocalDate, language: Language): string {
  if ('owed' in reason) return entriesOwedText(subject, reason, { dueDate, today })[language];
  if ('entries' in reason) return approvalStalledText(subject, reason)[language];
  if ('year' in reason) return calendarMissingText(reason)[language];
  if ('problems' in reason) return unreachedText(reason)[language];
  if (isAlert(rule)) return ALERTS[rule].text[language]({ ...reason, month: monthName(reason.month)[language] });
  throw new Error(`no words for the rule ${rule}`);
}
