import { addMonths, type Month } from './month.js';
import { type Calendar, dueDateOf, instantOf, type LocalDate, workingDayFrom } from './working-days.js';

/** When a department's months are due and closed. */
export interface DeadlineRules {
  /** Working day of the following month. */
  readonly dueWorkingDay: number;
  /** Local hour of that day. */
  readonly dueHour: number;
  /** Working days after the due date on which a month closes by itself; 0: it does not. */
  readonly closesAfter: number;
}

export interface Deadlines {
  readonly month: Month;
  readonly opensOn: LocalDate;
  readonly dueDate: LocalDate;
  readonly dueAt: Date;
  readonly closesOn: LocalDate | null;
}

/** A person closed the month, or reopened it: for good, or up to and including a day. */
export interface MonthDecision {
  readonly state: 'closed' | 'reopened';
  readonly openUntil: LocalDate | null;
}

export const MONTH_STATES = ['not-open', 'open', 'late', 'reopened', 'closed'] as const;
/** `late`: past its due date and still open; `reopened`: open once more, for as long as was decided. */
export type MonthState = (typeof MONTH_STATES)[number];

export function deadlinesOf(month: Month, rules: DeadlineRules, calendar: Calendar, timeZone: string): Deadlines {
  const dueDate = dueDateOf(month, rules.dueWorkingDay, calendar);
  return {
    month,
    opensOn: `${addMonths(month, 1)}-01`,
    dueDate,
    dueAt: instantOf(`${dueDate}T${String(rules.dueHour).padStart(2, '0')}:00`, timeZone),
    closesOn: rules.closesAfter > 0 ? workingDayFrom(dueDate, rules.closesAfter, calendar) : null,
  };
}

/** What a person decided holds, whatever the calendar says. */
export function isClosed(decision: MonthDecision | null, closesOn: LocalDate | null, today: LocalDate): boolean {
  if (decision?.state === 'closed') return true;
  if (decision) return decision.openUntil !== null && today > decision.openUntil;
  return closesOn !== null && today >= closesOn;
}

export function monthState(
  { opensOn, dueAt, closesOn }: Deadlines,
  decision: MonthDecision | null,
  now: { readonly instant: Date; readonly date: LocalDate },
): MonthState {
  if (now.date < opensOn) return 'not-open';
  if (isClosed(decision, closesOn, now.date)) return 'closed';
  if (now.instant <= dueAt) return 'open';
  return decision ? 'reopened' : 'late';
}
