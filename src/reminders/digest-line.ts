import type { Month } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { Addressee } from '../delivery/recipients/addressee.js';
import { ALERT_NAMES, type DigestRule, type NotificationRule } from '../domain/reminding/told-rules.js';
import type { Unreached } from './rules/unreached-contacts.js';

/** The kind of their mails. */
export const DIGEST = 'digest';

/** What somebody is told that a place owes; without `sectionId` a whole department. */
export interface OwedPlace {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly sectionId?: string | null;
  readonly sectionName: string | null;
  readonly indicators: number;
  /** They are told in place of somebody who cannot be. */
  readonly inPlace?: true;
}

/** Why somebody is told, as data; names as they were then. */
export type Reason =
  | { readonly owed: readonly OwedPlace[] }
  | { readonly entries: number; readonly since: LocalDate; readonly departmentIds: readonly string[] }
  | { readonly year: number }
  | Unreached
  | AlertReason;

export interface AlertReason {
  /** The indicator; for execution lag the project, or null for the department's own sheet. */
  readonly what: string | null;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly sectionId: string | null;
  readonly month: Month;
  /** Points in danger, month of the breach, or how far the budget is behind, in per cent. */
  readonly figure: string | null;
  /**
   * forecast: heading for a miss; draft: as it stands now it would miss; missing: nothing entered, due tomorrow; limit: as
   * far as it may go, and no further; date: the day by which it has to be completed is near.
   */
  readonly cause: 'forecast' | 'draft' | 'missing' | 'limit' | 'date' | null;
  /** Decimal strings, by what they are; null: nothing more is said. */
  readonly details: Readonly<Record<'date' | 'actual' | 'limit' | 'left' | 'perMonth', string | undefined>> | null;
}

/** One line of a digest: what it is about, who answers for it, who reads it, and why today. */
export interface DigestLine {
  readonly rule: DigestRule;
  readonly contact: Addressee;
  readonly reader: Addressee;
  readonly subject: string;
  readonly dueDate: LocalDate;
  readonly stage: string;
  readonly reason: Reason;
}

/** What the performance office, or a head, may do without; what people have to do themselves is no such thing. */
export const INFORMATION: readonly NotificationRule[] = [...ALERT_NAMES, 'report-issued'];

export const isInformation = ({ rule }: { readonly rule: NotificationRule }): boolean => INFORMATION.includes(rule);
