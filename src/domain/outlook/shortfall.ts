import { type Exact, larger, smaller, ZERO } from '../exact.js';
import type { Policy } from '../policy.js';
import { completion, isMet } from '../scoring/completion.js';
import type { Judgement } from '../scoring/judgement.js';
import { pointsFor } from '../scoring/points.js';
import { isNotDue } from '../entries/due.js';
import { bestScore } from './outcome.js';
import { possibilityOf } from './possibility.js';
import { targetToDate } from './target-to-date.js';

/** The points between a score and its weight; score + lost + notDue = weight. */
export interface Shortfall {
  /** What a course in step with its plan would have earned by now, and what no effort brings back. */
  readonly lost: Exact;
  /** What nobody could have earned yet. */
  readonly notDue: Exact;
}

export function shortfallOf(judgement: Judgement, policy: Policy): Shortfall {
  const { status, weight, score } = judgement;
  if (status === 'not-applicable' || score === null) return { lost: ZERO, notDue: ZERO };
  const forGood = weight.sub(bestScore(judgement, possibilityOf(judgement), policy));
  const short = weight.sub(score);
  const lost = smaller(larger(dueBy(judgement, policy).sub(score), larger(forGood, ZERO)), short);
  return { lost, notDue: short.sub(lost) };
}

/** What a course in step with its plan has earned of the whole year by now. */
function dueBy(judgement: Judgement, policy: Policy): Exact {
  const { indicator, weight, target, asOf, window, sheetWindow, override } = judgement;
  if (override !== null || asOf >= window.last) return weight;
  if (isNotDue(indicator, asOf, window)) return ZERO;
  if (target === null) return weight;
  const toDate = targetToDate(indicator, target, asOf, sheetWindow);
  if (toDate === null) return ZERO;
  if (toDate.basis === 'whole') return weight;
  const inStep = toDate.target.target;
  const reached = { completion: completion(target, inStep, policy.equalsAbove), met: isMet(target, inStep) };
  return pointsFor(indicator, weight, { ...reached, actual: null, coefficient: null }, policy).score;
}
