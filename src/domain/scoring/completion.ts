import { type Exact, ONE, smaller, ZERO } from '../exact.js';
import type { Comparator } from '../indicator.js';
import type { Policy } from '../policy.js';

/** A target as numbers; `upper` is set for `range` only. */
export interface NumericTarget {
  readonly comparator: Exclude<Comparator, 'qualitative' | 'by'>;
  readonly target: Exact;
  readonly upper: Exact | null;
}

/** The share of a target that A has reached, from 0 to 1 (design, domain §3). */
export function completion(target: NumericTarget, actual: Exact, equalsAbove: Policy['equalsAbove']): Exact {
  switch (target.comparator) {
    case '>=':
    case '>':
      return atLeast(actual, target.target);
    case '<=':
    case '<':
      return atMost(actual, target.target);
    case '=':
      return actual.gt(target.target)
        ? aboveEquals(actual, target.target, equalsAbove)
        : atLeast(actual, target.target);
    case 'range':
      return actual.lt(target.target) ? atLeast(actual, target.target) : atMost(actual, target.upper ?? target.target);
  }
}

/** Whether the target is reached: the printed comparison itself, `>` and `<` strictly. */
export function isMet({ comparator, target, upper }: NumericTarget, actual: Exact): boolean {
  switch (comparator) {
    case '>=':
      return actual.gte(target);
    case '>':
      return actual.gt(target);
    case '<=':
      return actual.lte(target);
    case '<':
      return actual.lt(target);
    case '=':
      return actual.equals(target);
    case 'range':
      return actual.gte(target) && actual.lte(upper ?? target);
  }
}

function atLeast(actual: Exact, target: Exact): Exact {
  if (target.lte(0)) return actual.gte(target) ? ONE : ZERO;
  return actual.lte(0) ? ZERO : smaller(actual.div(target), ONE);
}

function atMost(actual: Exact, target: Exact): Exact {
  if (actual.lte(target)) return ONE;
  return target.lte(0) ? ZERO : target.div(actual);
}

function aboveEquals(actual: Exact, target: Exact, equalsAbove: Policy['equalsAbove']): Exact {
  // 0 accidents, 0 complaints: however it is printed, it is a ceiling.
  if (target.equals(ZERO)) return ZERO;
  if (equalsAbove === 'full') return ONE;
  return equalsAbove === 'symmetric' ? atMost(actual, target) : ZERO;
}
