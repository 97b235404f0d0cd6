import { courseOf } from '../aggregation.js';
import { exact, type Exact, smaller, ZERO } from '../exact.js';
import type { Indicator, TargetFrom } from '../indicator.js';
import { addMonths, type Month } from '../calendar/month.js';
import type { NumericTarget } from '../scoring/completion.js';
import { elapsedMonths, endingWith, lengthOf, type Window } from '../calendar/window.js';

/** Where the target to date comes from: planned, an even share of the year's, or all of it at once. */
export type PaceBasis = 'milestone' | 'linear' | 'whole';

export interface TargetToDate {
  readonly target: NumericTarget;
  readonly basis: PaceBasis;
}

/**
 * What should be reached by the end of `asOf`: the milestone that holds then; without any, the share of the window that
 * has passed where months add up (ceilings too), and the whole target elsewhere or where the target is due once. Before
 * the first milestone a sum grows evenly towards it; anything else is not due yet (null). A revision bends the line of a
 * sum: from where it stood when the revision began, evenly to the new target, and never beyond it.
 * @param window the sheet's; an indicator that ends before it does has to be there by its own end
 */
export function targetToDate(
  indicator: Indicator,
  target: NumericTarget,
  asOf: Month,
  window: Window,
): TargetToDate | null {
  const { dueMonth, milestones = [] } = indicator;
  const milestone = milestones.findLast(({ month }) => month <= asOf);
  if (milestone) return { target: { ...target, target: exact(milestone.target) }, basis: 'milestone' };
  const isPlanned = milestones.length > 0;
  const grows = courseOf(indicator) === 'total' && dueMonth == null;
  if (!grows) return isPlanned ? null : { target, basis: 'whole' };
  const plans = plansOf(indicator, window);
  const upper = target.upper && grown(plans, 'targetUpper', asOf, window);
  return {
    target: { ...target, target: grown(plans, 'target', asOf, window), upper },
    basis: isPlanned ? 'milestone' : 'linear',
  };
}

/** What was planned from a month of the window on. */
type Plan = Omit<TargetFrom, 'comparator'>;
type Bound = 'target' | 'targetUpper';

/** Of revisions with the same month only the last one ever held. */
function plansOf(indicator: Indicator, { first }: Window): Plan[] {
  const targets: readonly Plan[] = indicator.targets ?? [];
  if (targets.length === 0) return [{ ...indicator, from: first }];
  return targets.filter(({ from }, index) => targets[index + 1]?.from !== from);
}

/** The line of the last plan, at the end of `asOf`. */
function grown(plans: readonly Plan[], bound: Bound, asOf: Month, window: Window): Exact {
  const plan = plans.at(-1);
  if (!plan) return ZERO;
  const [planned] = plan.milestones ?? [];
  const goal = exact((bound === 'target' ? planned?.target : plan[bound]) ?? plan.target ?? '0');
  const first = plan.from > window.first ? plan.from : window.first;
  const start =
    first === window.first ? ZERO : smaller(stood(plans.slice(0, -1), bound, addMonths(first, -1), window), goal);
  const line = { first, last: planned?.month ?? endingWith(window, plan.endMonth).last };
  if (line.last < line.first) return goal; // it ended before its revision began
  return start.add(goal.sub(start).mul(elapsedMonths(line, asOf)).div(lengthOf(line)));
}

/** Where the plans before a revision had come by then. */
function stood(plans: readonly Plan[], bound: Bound, asOf: Month, window: Window): Exact {
  const milestone = plans.at(-1)?.milestones?.findLast(({ month }) => month <= asOf);
  return milestone && bound === 'target' ? exact(milestone.target) : grown(plans, bound, asOf, window);
}
