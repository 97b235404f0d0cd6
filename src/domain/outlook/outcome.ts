import { exact, type Exact, larger, ONE, sum, ZERO } from '../exact.js';
import { duePeriods, periodMonths } from '../due.js';
import { isPerPeriod } from '../indicator.js';
import type { Policy } from '../policy.js';
import { completion, isMet, type NumericTarget } from '../scoring/completion.js';
import type { Judgement } from '../scoring/judgement.js';
import { type Points, pointsFor, type Reached } from '../scoring/points.js';
import { wholeOf } from '../share.js';
import { nearestTo, openMonths, type Possibility, type Reachable, reachableValues } from './possibility.js';

export type Outcome = Reached & Points & { readonly completion: Exact; readonly met: boolean };

/** Points if the year ended with this value; judged month by month or quarter by quarter, if all went like the reported. */
export function outcomeAt(judgement: Judgement, actual: Exact, policy: Policy): Outcome | null {
  const { indicator, target, weight, months } = judgement;
  if (target === null) return null;
  const reached =
    isPerPeriod(indicator.aggregation) && months.length > 0
      ? periodsAhead(judgement, target, policy)
      : { completion: completion(target, actual, policy.equalsAbove), met: isMet(target, actual) };
  const all = { ...reached, actual, coefficient: null };
  return { ...all, ...pointsFor(indicator, weight, all, policy) };
}

/**
 * What is over stays as it was judged; what comes goes like it, against the target that holds now. The period that goes on
 * has its months so far, and keeps a floor that it has reached, or a ceiling that it has passed.
 */
function periodsAhead(
  judgement: Judgement,
  target: NumericTarget,
  { equalsAbove }: Policy,
): Pick<Outcome, 'completion' | 'met'> {
  const { months } = judgement;
  const open = openMonths(judgement) - months.filter(({ isOpen }) => isOpen).length;
  const values = months.map(({ value }) => exact(value));
  const usual = sum(values.map((value) => completion(target, value, equalsAbove))).div(values.length);
  const isUsuallyMet = values.every((value) => isMet(target, value));
  const soFar = open > 0 ? runningPeriod(judgement) : null;
  const settled = soFar && settledBy(target, soFar) ? soFar : null;
  const current = settled ? completion(target, settled, equalsAbove) : usual;
  const done = [...months.map((month) => month.completion), ...(open > 0 ? [current] : [])];
  return {
    completion: sum([...done, usual.mul(Math.max(0, open - 1))]).div(months.length + Math.max(0, open)),
    met:
      months.every(({ met }) => met) &&
      (open <= 0 || (settled ? isMet(target, settled) : isUsuallyMet)) &&
      (open <= 1 || isUsuallyMet),
  };
}

/** The sum of the months of the quarter or half-year that is not over; null: nothing of it is reported. */
function runningPeriod({ indicator, statistics, asOf, window }: Judgement): Exact | null {
  const ended = duePeriods(window, asOf, periodMonths(indicator)).at(-1) ?? '';
  const values = statistics.monthly.filter(({ month }) => month > ended).map(({ value }) => exact(value));
  return values.length > 0 ? sum(values) : null;
}

/** Sums only grow: a floor that is reached stays reached, a ceiling that is passed stays passed. */
const settledBy = ({ comparator, target, upper }: NumericTarget, soFar: Exact): boolean =>
  comparator === '>=' || comparator === '>' ? soFar.gte(target) : soFar.gt(upper ?? target);

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
  const reachable = indicator.aggregation === 'ratio' ? bestRatios(judgement, open) : reachableValues(judgement);
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
  const coming = cases.mul(open).div(statistics.reported);
  const share = (part: Exact): Exact => part.div(cases.add(coming)).mul(wholeOf(indicator.unit));
  return { low: share(met), high: reachable.high && share(met.add(coming)) };
}
