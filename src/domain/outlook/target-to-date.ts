import { exact, type Exact } from '../exact.js';
import type { Indicator } from '../indicator.js';
import type { Month } from '../month.js';
import type { NumericTarget } from '../scoring/completion.js';
import { elapsedMonths, lengthOf, type Window } from '../window.js';

/** Where the target to date comes from: planned, an even share of the year's, or all of it at once. */
export type PaceBasis = 'milestone' | 'linear' | 'whole';

export interface TargetToDate {
  readonly target: NumericTarget;
  readonly basis: PaceBasis;
}

/**
 * What should be reached by the end of `asOf`: the milestone that holds then; without any, the share of the window that
 * has passed where months add up (ceilings too), and the whole target elsewhere or where the target is due once. Before
 * the first milestone a sum grows evenly towards it; anything else is not due yet (null).
 */
export function targetToDate(
  { aggregation, dueMonth, milestones = [] }: Indicator,
  target: NumericTarget,
  asOf: Month,
  window: Window,
): TargetToDate | null {
  const milestone = milestones.findLast(({ month }) => month <= asOf);
  if (milestone) return { target: { ...target, target: exact(milestone.target) }, basis: 'milestone' };
  const [first] = milestones;
  const grows = aggregation === 'sum' && dueMonth == null;
  if (!grows) return first ? null : { target, basis: 'whole' };
  const months = lengthOf({ first: window.first, last: first?.month ?? window.last });
  const share = (number: Exact): Exact => number.mul(elapsedMonths(window, asOf)).div(months);
  const upper = target.upper && share(target.upper);
  return {
    target: { ...target, target: share(first ? exact(first.target) : target.target), upper },
    basis: first ? 'milestone' : 'linear',
  };
}
