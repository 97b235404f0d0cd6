import type { EntryStatistics } from '../entries/entry-statistics.js';
import type { Aggregation } from '../aggregation.js';
import type { Comparator, Rule, TargetFrom } from '../indicator.js';
import type { Month } from '../calendar/month.js';

export const EXPLANATION_NOTES = [
  'taken-up', // in the middle of its year: its first entry may hold what was done since January
  'nothing-reported', // no entry at all: 0 points, provisional
  'waiting', // handed in, and not approved yet: it does not count so far
  'months-missing', // some months have no entry
  'not-applicable', // nothing but N/A, or a ratio without cases
  'ended', // it ended before this month and counts no more
  'reopened', // a month was reopened and counts with what was last approved
  'not-due', // due later in the year; counts as nothing so far
  'commitment', // weight 0: tracked, never scored
  'rule-assumed', // the document prints no rule
  'rule-unfit', // text with 按照完成比例赋分: the grade decides
  'above-equals', // an = target is exceeded
  'over-target', // exceeded beyond the policy's threshold
  'points-deducted', // … and the policy takes points for it
] as const;
export type ExplanationNote = (typeof EXPLANATION_NOTES)[number];

/**
 * Why an indicator has the points it has, as data: every number of the arithmetic, as decimal strings. The screen draws
 * from it, `explain` makes sentences of it, and anybody can recompute it by hand: weight × factor − deducted = score.
 */
export interface Explanation {
  readonly policy: { readonly name: string; readonly version: string };
  readonly rule: Rule | 'qualitative';
  readonly comparator: Comparator;
  readonly target: string | null;
  readonly targetUpper: string | null;
  /** The targets before this one where months, quarters or half-years are judged by the one that held then. */
  readonly earlierTargets?: readonly Pick<TargetFrom, 'from' | 'comparator' | 'target' | 'targetUpper'>[];
  /** First month that is asked for, where it was taken up in the middle of its year. */
  readonly firstMonth?: Month | null;
  /** Last month in which it counts, where it ends before its year does. */
  readonly endMonth?: Month | null;
  readonly unit: string | null;
  readonly aggregation: Aggregation | null;
  readonly statistics: EntryStatistics;
  /** Entries that should be there and are not: months, quarters or half-years of the window. */
  readonly missing: number;
  /** For `each-month`: the completion of every reported month. */
  readonly months: readonly { readonly month: Month; readonly value: string; readonly completion: string }[];
  readonly weight: string;
  /** What the weight is multiplied by; null where nothing is scored. */
  readonly factor: string | null;
  readonly deducted: string;
  /** What a course in step with its plan would have earned by now, less the score; null where nothing is scored. */
  readonly lost: string | null;
  /** What nobody could have earned yet: score + lost + notDue = weight. Left out of what older reports froze. */
  readonly notDue?: string;
  readonly notes: readonly ExplanationNote[];
}
