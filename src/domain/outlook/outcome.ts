import { exact, type Exact, larger, ONE, sum, ZERO } from '../exact.js';
import { duePeriods, periodMonths } from '../entries/due.js';
import { monthsReported } from '../entries/first-month.js';
import { courseOf, isPerPeriod } from '../aggregation.js';
import type { Policy } from '../policy.js';
import { completion, isMet, type NumericTarget } from '../scoring/completion.js';
import type { Judgement } from '../scoring/judgement.js';
import { type Points, pointsFor, type Reached } from '../scoring/points.js';
import { wholeOf } from '../share.js';
import { nearestTo, openMonths, type Possibility, type Reachable, reachableValues } from './possibility.js';

export type Outcome = Reached & Points & { readonly completion: Exact; readonly met: boolean };

/** Points if the year ended with this value; judged month by month or quarter by quarter, if each to come had this value. */
export function outcomeAt(judgement: Judgement, actual: Exact, policy: Policy): Outcome | null {
  const { indicator, target, weight, months } = judgement;
  if (target === null) return null;
  const reached =
    isPerPeriod(indicator.aggregation) && months.length > 0
      ? periodsAhead(judgement, target, actual, policy)
      : { completion: completion(target, actual, policy.equalsAbove), met: isMet(target, actual) };
  const all = { ...reached, actual, coefficient: null };
  return { ...all, ...pointsFor(indicator, weight, all, policy) };
}

/**
 * What is over stays as it was judged; each month or quarter to come has the level so far, against the target that holds
 * now. The one that goes on has at least what its months say already: sums only grow.
 */
function periodsAhead(
  judgement: Judgement,
  target: NumericTarget,
  level: Exact,
  { equalsAbove }: Policy,
): Pick<Outcome, 'completion' | 'met'> {
  const { months } = judgement;
  const open = Math.max(0, openMonths(judgement) - months.filter(({ isOpen }) => isOpen).length);
  const current = larger(level, runningPeriod(judgement));
  const ahead = open === 0 ? [] : [current, ...Array.from({ length: open - 1 }, () => level)];
  return {
    completion: sum([
      ...months.map((month) => month.completion),
      ...ahead.map((value) => completion(target, value, equalsAbove)),
    ]).div(months.length + open),
    met: months.every(({ met }) => met) && ahead.every((value) => isMet(target, value)),
  };
}

/** The sum of the months of the quarter or half-year that is not over. */
function runningPeriod({ indicator, statistics, asOf, window }: Judgement): Exact {
  const ended = duePeriods(window, asOf, periodMonths(indicator)).at(-1) ?? '';
  return sum(statistics.monthly.filter(({ month }) => month > ended).map(({ value }) => exact(value)));
}

/** The score if everything from now on goes as well as it can; a reviewer's stands. */
export function bestScore(judgement: Judgement, possibility: Possibility | null, policy: Policy): Exact {
  const { indicator, status, target, weight, months, override } = judgement;
  const now = judgement.score ?? ZERO;
  const open = openMonths(judgement);
  if (override !== null || open === 0) return now;
  if (status === 'nothing-reported' || target === null) return weight;
  if (indicator.rule === 'direct') return possibility === 'impossible' ? ZERO : weight;
  if (isPerPeriod(indicator.aggregation)) {
    const closed = months.filter((month) => !month.isOpen);
    const share = sum([...closed.map((month) => month.completion), ONE.mul(open)]).div(closed.length + open);
    const reached = { actual: null, completion: share, met: false, coefficient: null };
    return pointsFor(indicator, weight, reached, policy).score;
  }
  const reachable = courseOf(indicator) === 'share' ? bestRatios(judgement, open) : reachableValues(judgement);
  const nearest = nearestTo(target, reachable);
  return larger(outcomeAt(judgement, nearest, policy)?.score ?? ZERO, now);
}

/**
 * The least and the most that a ratio can still come to: as many cases in each open month as so far, all gone one way.
 * What has failed stays, so after one miss 100 % is out of reach.
 */
function bestRatios(judgement: Judgement, open: number): Reachable {
  const { indicator, statistics, target } = judgement;
  const reachable = reachableValues(judgement);
  const cases = exact(statistics.denominators ?? '0');
  if (statistics.reported === 0 || cases.lte(ZERO) || target === null) return reachable;
  const met = exact(statistics.numerators ?? '0');
  const coming = cases.mul(open).div(monthsReported(judgement));
  const share = (part: Exact): Exact => part.div(cases.add(coming)).mul(wholeOf(indicator.unit));
  return { low: share(met), high: reachable.high && share(met.add(coming)) };
}
