import { type Exact, exact, larger, ZERO } from '../exact.js';
import { courseOf, isPerPeriod } from '../aggregation.js';
import { isMet, type NumericTarget } from '../scoring/completion.js';
import type { Judgement } from '../scoring/judgement.js';
import { isShare, wholeOf } from '../share.js';
import { expectedEntries } from '../entries/due.js';

/** 完成目标可能性: 确定能, 有可能, 完全不可能. */
export const POSSIBILITIES = ['certain', 'possible', 'impossible'] as const;
export type Possibility = (typeof POSSIBILITIES)[number];

/** The values with which the year can still end; `high` null: any. */
export interface Reachable {
  readonly low: Exact;
  readonly high: Exact | null;
}

/** Months that still count: those to come, and those that nobody has reported yet. */
export function openMonths({ indicator, missing, asOf, window }: Judgement): number {
  return expectedEntries(indicator, window.last, window) - expectedEntries(indicator, asOf, window) + missing;
}

/**
 * The three answers of the official monitoring form (design, domain §5): by arithmetic alone, whatever is probable.
 * null for what does not apply.
 */
export function possibilityOf(judgement: Judgement): Possibility | null {
  const { indicator, status, met, months, target } = judgement;
  if (status === 'not-applicable') return null;
  if (openMonths(judgement) === 0 || (judgement.completion !== null && indicator.comparator === 'by'))
    return settled(judgement);
  if (status === 'nothing-reported' || target === null) return 'possible';
  const isDirect = indicator.rule === 'direct';
  if (isPerPeriod(indicator.aggregation)) {
    return isDirect && months.some(({ met: kept, isOpen }) => !kept && !isOpen) ? 'impossible' : 'possible';
  }
  const reachable = reachableValues(judgement);
  if (cannotMiss(target, reachable)) return 'certain';
  // In proportion, points are won with every letter answered; all or nothing is lost with the first that is not.
  const isRatio = courseOf(indicator) === 'share';
  if (isRatio && !isDirect) return 'possible';
  return met || canMeet(target, reachable, isRatio) ? 'possible' : 'impossible';
}

/** With no month left the target is met or it is not; a grade counts as met in its highest band. */
function settled({ met, statistics }: Judgement): Possibility {
  return (met ?? statistics.grade === 'achieved') ? 'certain' : 'impossible';
}

/**
 * Values are taken to be non-negative, as counts and durations are: a sum only grows, a worst month stays the worst, an
 * unanswered letter cannot be answered in time any more.
 */
export function reachableValues(judgement: Judgement): Reachable {
  const { indicator, statistics, actual, target } = judgement;
  const now = actual ?? ZERO;
  switch (courseOf(indicator)) {
    case 'total':
    case 'highest':
      return { low: now, high: null };
    case 'lowest':
      return { low: ZERO, high: now };
    case 'mean': {
      const months = statistics.reported + openMonths(judgement);
      return { low: exact(statistics.sum ?? '0').div(months), high: null };
    }
    case 'share':
      return { low: ZERO, high: target && isShare(indicator.unit, target.target) ? wholeOf(indicator.unit) : null };
    default:
      return { low: ZERO, high: null };
  }
}

/** The values that meet a target have no gap, so both ends meet it or some value between them does not. */
function cannotMiss(target: NumericTarget, { low, high }: Reachable): boolean {
  if (!isMet(target, low)) return false;
  return high === null ? target.comparator === '>=' || target.comparator === '>' : isMet(target, high);
}

/** The ends of a ratio are not within reach: they would take that no case had failed so far, or none gone well. */
function canMeet({ comparator, target, upper }: NumericTarget, { low, high }: Reachable, isRatio: boolean): boolean {
  const top = upper ?? target;
  const includesEnds = comparator !== '>' && comparator !== '<' && !isRatio;
  const reachesUp = high === null || high.gt(target) || (high.equals(target) && includesEnds);
  const staysDown = low.lt(top) || (low.equals(top) && includesEnds);
  if (comparator === '>=' || comparator === '>') return reachesUp;
  return comparator === '<=' || comparator === '<' ? staysDown : reachesUp && staysDown;
}

/** The reachable value that comes nearest to the target. */
export function nearestTo({ comparator, target, upper }: NumericTarget, { low, high }: Reachable): Exact {
  if (comparator === '<=' || comparator === '<') return low;
  const top = comparator === 'range' ? (upper ?? target) : target;
  if (comparator !== '>=' && comparator !== '>' && low.gt(top)) return low;
  return high?.lt(target) ? high : larger(low, target);
}
