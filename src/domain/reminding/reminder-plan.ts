import { type Calendar, type LocalDate, workingDaysBetween, workingDayFrom } from '../calendar/working-days.js';

/** Who is told: the section's reporters, the department's heads, the performance office. */
export const AUDIENCES = ['reporter', 'head', 'office'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface LadderStep {
  /** Working days from the due date; negative before it. */
  readonly workingDays: number;
  readonly audience: readonly Audience[];
}

/** When somebody is told about what they owe. */
export interface Ladder {
  /** In ascending order. */
  readonly ladder: readonly LadderStep[];
  /** After the last step its audience is told again every so many working days. */
  readonly repeatWorkingDays: number;
}

/** −3, −1, 0, +1, +3 also the head, +5 also the office, then weekly (design, domain §8). */
export const DEFAULT_LADDER: Ladder = {
  ladder: [
    { workingDays: -3, audience: ['reporter'] },
    { workingDays: -1, audience: ['reporter'] },
    { workingDays: 0, audience: ['reporter'] },
    { workingDays: 1, audience: ['reporter'] },
    { workingDays: 3, audience: ['reporter', 'head'] },
    { workingDays: 5, audience: ['reporter', 'head', 'office'] },
  ],
  repeatWorkingDays: 5,
};

export interface ReminderStage {
  /** `-3` … `+5`, then `+10`, `+15` …; part of the ledger's key. */
  readonly stage: string;
  readonly audience: readonly Audience[];
  /** The working day on which it falls due. */
  readonly date: LocalDate;
}

/**
 * The step that is due on `today` for something that is owed by `dueDate`; undefined before the first step. It is the
 * latest step reached, so a service that was down for days sends one reminder and not the ones it missed.
 */
export function reminderStage(
  dueDate: LocalDate,
  today: LocalDate,
  calendar: Calendar,
  { ladder, repeatWorkingDays }: Ladder = DEFAULT_LADDER,
): ReminderStage | undefined {
  const passed = workingDaysBetween(dueDate, today, calendar);
  const step = ladder.findLast(({ workingDays }) => workingDays <= passed);
  const last = ladder.at(-1);
  if (!step || !last) return undefined;
  const repeats = step === last ? Math.floor((passed - last.workingDays) / repeatWorkingDays) : 0;
  const workingDays = step.workingDays + repeats * repeatWorkingDays;
  return {
    stage: workingDays > 0 ? `+${workingDays}` : String(workingDays),
    audience: step.audience,
    date: workingDayFrom(dueDate, workingDays, calendar),
  };
}
