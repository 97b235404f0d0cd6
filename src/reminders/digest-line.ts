import type { Month } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { Contact } from '../organisation/contact.entity.js';
import type { DigestRule, NotificationRule } from './notification.entity.js';
import { ALERT_NAMES } from './rules/alerts.js';

/** Why somebody is told, as data; names as they were then. */
export type Reason =
  | { readonly owed: readonly { readonly sectionName: string | null; readonly indicators: number }[] }
  | { readonly entries: number; readonly since: LocalDate }
  | { readonly year: number }
  | AlertReason;

export interface AlertReason {
  /** The indicator; for execution lag the project, or null for the department's own sheet. */
  readonly what: string | null;
  readonly sectionId: string | null;
  readonly month: Month;
  /** Points in danger, month of the breach, or how far the budget is behind, in per cent. */
  readonly figure: string | null;
  /** forecast: heading for a miss; draft: as it stands now it would miss; missing: nothing entered, due tomorrow. */
  readonly cause: 'forecast' | 'draft' | 'missing' | null;
}

/** One line of a digest: what it is about, and why the contact is told today. */
export interface DigestLine {
  readonly rule: DigestRule;
  readonly contact: Contact;
  readonly subject: string;
  readonly dueDate: LocalDate;
  readonly stage: string;
  readonly reason: Reason;
}

/** What the performance office, or a head, may do without; what people have to do themselves is no such thing. */
export const INFORMATION: readonly NotificationRule[] = [...ALERT_NAMES, 'report-issued'];

export const isInformation = ({ rule }: { readonly rule: NotificationRule }): boolean => INFORMATION.includes(rule);
