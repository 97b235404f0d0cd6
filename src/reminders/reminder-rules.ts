import { type AlertName, ALERT_NAMES } from '../domain/reminding/told-rules.js';
import { ALERTS } from './rules/alerts.js';
import { type Audience, DEFAULT_LADDER, type Ladder } from '../domain/reminding/reminder-plan.js';

/** Who is told what and when, as the performance office sets it. */
export interface ReminderRules extends Ladder {
  /** Local hour from which digests are sent, and the departments that want another one. */
  readonly sendHour: number;
  readonly departments: readonly { readonly departmentId: string; readonly sendHour: number }[];
  /** A submitted entry waits for its reviewer so many working days; then they are told, and again as often. */
  readonly stalledApproval: { readonly workingDays: number; readonly repeatWorkingDays: number };
  /** What people are told about scores; each can be left to other audiences, or to nobody. */
  readonly alerts: Readonly<Record<AlertName, readonly Audience[]>>;
  /** Points by which the share of the budget spent may lie behind the share of the year that has passed. */
  readonly executionLagPoints: number;
}

const USUAL_AUDIENCES = Object.fromEntries(
  ALERT_NAMES.map((name) => [name, ALERTS[name].audience]),
) as ReminderRules['alerts'];

export const DEFAULT_RULES: ReminderRules = {
  ...DEFAULT_LADDER,
  sendHour: 9,
  departments: [],
  stalledApproval: { workingDays: 2, repeatWorkingDays: 3 },
  alerts: USUAL_AUDIENCES,
  executionLagPoints: 20,
};
