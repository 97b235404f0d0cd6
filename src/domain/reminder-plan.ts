import { type Calendar, type LocalDate, workingDaysBetween, workingDayFrom } from './working-days.js';

/** Who is told at a step of the ladder; heads and the performance office are told in addition to the reporter. */
export type Audience = 'reporter' | 'head' | 'office';

export interface LadderStep {
  /** Working days from the due date; negative before it. */
  readonly workingDays: number;
  readonly audience: readonly Audience[];
}

/** The default ladder (design, domain §8): −3, −1, 0, +1, +3 also the head, +5 also the office, then weekly. */
export const LADDER: readonly LadderStep[] = [
  { workingDays: -3, audience: ['reporter'] },
  { workingDays: -1, audience: ['reporter'] },
  { workingDays: 0, audience: ['reporter'] },
  { workingDays: 1, audience: ['reporter'] },
  { workingDays: 3, audience: ['reporter', 'head'] },
  { workingDays: 5, audience: ['reporter', 'head', 'office'] },
];
/** After the last step the audience of that step is told again every so many working days. */
const REPEAT_WORKING_DAYS = 5;

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
export function reminderStage(dueDate: LocalDate, today: LocalDate, calendar: Calendar): ReminderStage | undefined {
  const passed = workingDaysBetween(dueDate, today, calendar);
  const step = LADDER.findLast(({ workingDays }) => workingDays <= passed);
  const last = LADDER.at(-1);
  if (!step || !last) return undefined;
  const repeats = step === last ? Math.floor((passed - last.workingDays) / REPEAT_WORKING_DAYS) : 0;
  const workingDays = step.workingDays + repeats * REPEAT_WORKING_DAYS;
  return {
    stage: workingDays > 0 ? `+${workingDays}` : String(workingDays),
    audience: step.audience,
    date: workingDayFrom(dueDate, workingDays, calendar),
  };
}
