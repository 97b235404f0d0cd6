import { type Exact, exact, fixed, ONE, plain, smaller } from '../exact.js';

/** Money spent to date and the budget as adjusted by then, 万元; null where nobody reported it. */
export interface Execution {
  readonly spent: string | null;
  readonly budget: string | null;
}

/** Points for budget execution (预算执行率). Rate and score are null when not applicable. */
export interface ExecutionScore {
  readonly rate: string | null;
  readonly score: string | null;
  readonly max: string;
  readonly spent: string | null;
  readonly budget: string | null;
  readonly overspent: boolean;
}

/** weight × min(1, spent ÷ budget), rounded half-up; without figures, or with a budget of 0, it does not apply. */
export function scoreExecution({ spent, budget }: Execution, weight: Exact): ExecutionScore {
  const max = plain(weight);
  if (spent === null || budget === null || exact(budget).lte(0)) {
    return { rate: null, score: null, max, spent, budget, overspent: false };
  }
  const rate = exact(spent).div(exact(budget));
  const share = rate.lt(0) ? rate.mul(0) : smaller(rate, ONE);
  return { rate: plain(rate), score: fixed(weight.mul(share), 2), max, spent, budget, overspent: rate.gt(1) };
}

/** The spent share of the budget, exactly; null where execution does not apply. */
export function rateOf({ score, spent, budget }: ExecutionScore): Exact | null {
  return score === null || spent === null || budget === null ? null : exact(spent).div(exact(budget));
}
