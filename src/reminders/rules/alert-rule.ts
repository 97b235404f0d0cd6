import type { Language } from '../../domain/domain-error.js';
import type { Audience } from '../../domain/reminding/reminder-plan.js';
import type { AlertReason } from '../digest-line.js';

/**
 * What people are told about scores and open entries: one file each, listed in `alerts.ts`. They may do without it, and
 * the performance office may leave it to other audiences.
 *
 * A source is a SELECT of `departmentId, sectionId, subject, what, month, figure, cause, details` (an `AlertReason` and its
 * place; subject is the id of the indicator or sheet, as text) from what `alerts.repository.ts` offers it.
 */
export interface AlertRule {
  /** Who is told unless the performance office says otherwise. */
  readonly audience: readonly Audience[];
  /** From `judged` (an indicator and its light, `"atRisk"`, breach; the light before) and `scored` (a sheet). */
  readonly ofScores?: string;
  /** From `open_entries` (an indicator in force that is owed for the month, and its entry, if any). */
  readonly ofEntries?: string;
  /** From `dated` (an indicator that has to be completed within ten working days, and is not). */
  readonly ofDates?: string;
  readonly text: Readonly<Record<Language, (reason: AlertReason) => string>>;
}

/** The columns of a SELECT about an indicator. @param figure SQL for a text @param cause SQL for a text @param details for jsonb */
export const ofIndicator = (month: string, figure: string, cause: string, details = 'NULL::jsonb'): string =>
  `SELECT department_id, section_id, id::text, name, ${month}, ${figure}, ${cause}, ${details}`;
