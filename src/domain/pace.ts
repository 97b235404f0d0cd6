import { actualValue } from './actual-value.js';
import type { EntryStatistics } from './entry-statistics.js';
import { exact, type Exact, plain } from './exact.js';
import type { Indicator } from './indicator.js';
import { type Month, monthNumber } from './month.js';
import type { Policy } from './policy.js';
import { completion, isMet, type NumericTarget } from './scoring/completion.js';
import type { IndicatorScore } from './scoring/indicator-score.js';

export const LIGHTS = ['green', 'amber', 'red', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

/** 完成目标可能性: 确定能, 有可能, 完全不可能. */
export const POSSIBILITIES = ['certain', 'possible', 'impossible'] as const;
export type Possibility = (typeof POSSIBILITIES)[number];

/** How an indicator runs against its target to date (design, domain §5). */
export interface Pace {
  /** What should be reached by now; null where there is nothing to compare. */
  readonly targetToDate: string | null;
  /** Completion of the target to date, 0 to 1. */
  readonly pace: string | null;
  readonly possibility: Possibility | null;
  readonly light: Light;
}

/** @param score the indicator's score as of the same month. */
export function paceOf(indicator: Indicator, score: IndicatorScore, asOf: Month, policy: Policy): Pace {
  const { statistics, missing } = score.explanation;
  const target = numericTarget(indicator);
  const grey: Pace = { targetToDate: null, pace: null, possibility: null, light: 'grey' };
  if (score.status !== 'scored') return grey;
  if (target === null) return { ...grey, ...qualitativePace(statistics, policy) };
  const actual = indicator.aggregation && actualValue(indicator.aggregation, statistics);
  if (!actual) return grey;
  const toDate = targetToDate(indicator, target, asOf);
  const pace =
    indicator.aggregation === 'each-month' && score.completion !== null
      ? exact(score.completion)
      : completion(
          { ...target, target: toDate, upper: upperToDate(indicator, target, asOf) },
          actual,
          policy.equalsAbove,
        );
  const possibility = possibilityOf(indicator, target, actual, score, missing, asOf);
  return { targetToDate: plain(toDate), pace: plain(pace), possibility, light: lightFor(pace, possibility, policy) };
}

const qualitativePace = ({ coefficient }: EntryStatistics, policy: Policy): Partial<Pace> => {
  if (coefficient === null) return {};
  const reached = exact(coefficient);
  const bands = policy.gradeBands;
  const light = reached.gte(exact(bands.achieved.from))
    ? 'green'
    : reached.gte(exact(bands.partial.from))
      ? 'amber'
      : 'red';
  return { light };
};

/** Counts and money grow over the year, so by now only their share of it is due; everything else is due in full. */
const targetToDate = ({ aggregation }: Indicator, { target }: NumericTarget, asOf: Month): Exact =>
  aggregation === 'sum' ? target.mul(monthNumber(asOf)).div(12) : target;

const upperToDate = ({ aggregation }: Indicator, { upper }: NumericTarget, asOf: Month): Exact | null =>
  upper && aggregation === 'sum' ? upper.mul(monthNumber(asOf)).div(12) : upper;

function numericTarget({ comparator, target, targetUpper }: Indicator): NumericTarget | null {
  if (comparator === 'qualitative' || target === null) return null;
  return { comparator, target: exact(target), upper: targetUpper === null ? null : exact(targetUpper) };
}

/**
 * The three answers of the official monitoring form. Values are taken to be non-negative, as counts and durations are:
 * a sum only grows, a worst month stays the worst, an unanswered letter cannot be answered in time any more.
 */
function possibilityOf(
  { aggregation, rule }: Indicator,
  target: NumericTarget,
  actual: Exact,
  { met }: IndicatorScore,
  missing: number,
  asOf: Month,
): Possibility {
  const over = monthNumber(asOf) === 12 && missing === 0;
  if (over) return met ? 'certain' : 'impossible';
  const ceiling = target.comparator === '<=' || target.comparator === '<';
  const floor = target.comparator === '>=' || target.comparator === '>';
  if (ceiling && !met && (aggregation === 'sum' || aggregation === 'max')) return 'impossible';
  if (floor && !met && aggregation === 'min') return 'impossible';
  if (rule === 'direct' && !met && aggregation === 'each-month') return 'impossible';
  if (rule === 'direct' && !met && aggregation === 'ratio' && target.target.equals(100) && !ceiling)
    return 'impossible';
  return floor && isMet(target, actual) && (aggregation === 'sum' || aggregation === 'max') ? 'certain' : 'possible';
}

function lightFor(pace: Exact, possibility: Possibility, { lights }: Policy): Light {
  if (possibility === 'impossible') return 'red';
  if (possibility === 'certain' || pace.gte(exact(lights.green))) return 'green';
  return pace.gte(exact(lights.amber)) ? 'amber' : 'red';
}
