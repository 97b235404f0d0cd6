import { exact, type Exact, fixed, HUNDRED, plain, rounded, smaller, ZERO } from '../exact.js';
import type { Policy, Rating } from '../policy.js';

/** What a sheet's points come to, as exact numbers. */
export interface SheetTotal {
  readonly raw: Exact;
  readonly max: Exact;
  readonly normalised: Exact | null;
  readonly cap: Exact | null;
  readonly rating: Rating | null;
}

/** The same as decimal strings; `normalised` and `rating` are null when nothing is applicable. */
export interface PrintedTotal {
  readonly raw: string;
  readonly max: string;
  /** raw ÷ max × 100, capped where the policy caps slow spending. */
  readonly normalised: string | null;
  readonly rating: Rating | null;
}

/** @param rate spent share of the budget; null where execution does not apply */
export function totalOf(raw: Exact, max: Exact, rate: Exact | null, policy: Policy): SheetTotal {
  const earned = max.gt(ZERO) ? rounded(raw.div(max).mul(HUNDRED), 2) : null;
  const cap = earned && capAt(rate, earned, policy);
  const normalised = cap ?? earned;
  return { raw, max, normalised, cap, rating: normalised && ratingFor(normalised, policy) };
}

export const printedTotal = ({ raw, max, normalised, rating }: SheetTotal): PrintedTotal => ({
  raw: fixed(raw, 2),
  max: plain(max),
  normalised: normalised && fixed(normalised, 2),
  rating,
});

/** The lowest cap for so slow a spending, where it lies below what was earned. */
function capAt(rate: Exact | null, earned: Exact, { executionCaps }: Policy): Exact | null {
  const caps = executionCaps.filter(({ below }) => rate?.lt(exact(below))).map(({ cap }) => exact(cap));
  if (caps.length === 0) return null;
  const lowest = caps.reduce(smaller);
  return lowest.lt(earned) ? lowest : null;
}

export function ratingFor(normalised: Exact, { ratings }: Policy): Rating | null {
  return ratings.find(({ from }) => normalised.gte(exact(from)))?.rating ?? null;
}
