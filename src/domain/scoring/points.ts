import { exact, type Exact, ONE, rounded, ZERO } from '../exact.js';
import { isPerPeriod } from '../aggregation.js';
import type { Indicator } from '../indicator.js';
import type { Policy } from '../policy.js';
import { ruleOf } from './measurement.js';

/** What was reached, as far as points depend on it. */
export interface Reached {
  readonly actual: Exact | null;
  readonly completion: Exact | null;
  readonly met: boolean | null;
  /** Of a qualitative indicator. */
  readonly coefficient: string | null;
}

/** The arithmetic of an indicator's points: weight × factor − deducted, at least 0, rounded half-up to 2 decimals. */
export interface Points {
  readonly factor: Exact;
  readonly overTarget: boolean;
  readonly deducted: Exact;
  readonly score: Exact;
}

/** What somebody who reached this much has earned (design, domain §3). */
export function pointsFor(indicator: Indicator, weight: Exact, reached: Reached, policy: Policy): Points {
  const factor = factorOf(indicator, reached, policy);
  const overTarget = isOverTarget(indicator, reached.actual, policy);
  const deducted = overTarget && policy.deviation.action === 'deduct' ? exact(policy.deviation.points ?? '0') : ZERO;
  const earned = weight.mul(factor).sub(deducted);
  return { factor, overTarget, deducted, score: earned.lt(ZERO) ? ZERO : rounded(earned, 2) };
}

/** The share of the weight that is earned. */
function factorOf(indicator: Indicator, { completion, met, coefficient }: Reached, policy: Policy): Exact {
  const rule = ruleOf(indicator);
  if (rule === 'qualitative') return exact(coefficient ?? '0');
  // What is completed late earns what the policy leaves it.
  if (indicator.comparator === 'by') return completion ?? ZERO;
  if (rule === 'direct') return met ? ONE : ZERO;
  return rule === 'graded' ? gradedFactor(completion ?? ZERO, policy) : (completion ?? ZERO);
}

function gradedFactor(completion: Exact, { gradedSteps }: Policy): Exact {
  const step = gradedSteps.find(({ from }) => completion.gte(exact(from)));
  return step ? exact(step.coefficient) : ZERO;
}

function isOverTarget(
  { comparator, target, aggregation }: Indicator,
  actual: Exact | null,
  { deviation }: Policy,
): boolean {
  const watched = comparator === '>=' || comparator === '>' || (comparator === '=' && aggregation !== 'ratio');
  if (!watched || actual === null || target === null || isPerPeriod(aggregation)) return false;
  const number = exact(target);
  return number.gt(ZERO) && actual.gte(number.mul(ONE.add(exact(deviation.threshold))));
}
