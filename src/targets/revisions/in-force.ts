import type { TargetFrom } from '../../domain/indicator.js';
import type { IndicatorRevision } from './indicator-revision.entity.js';
import type { Indicator } from '../indicators/indicator.entity.js';
import { withTarget } from '../indicators/target-columns.js';

/** The revisions of an indicator, oldest first; none where it was never revised. */
export interface Revised {
  readonly revisions: readonly IndicatorRevision[];
}

/**
 * The indicator with what holds of it in a month (target, weight, rule, plan, end), as scoring sees it too
 * (sheet-facts.repository): its `target` is the number or the day.
 */
export function inForce<T extends Indicator & Revised>(
  indicator: T,
  month: string,
): T & { readonly targets: readonly TargetFrom[] } {
  const revision = indicator.revisions.findLast(({ effectiveMonth }) => effectiveMonth <= month) ?? indicator;
  const { comparator, target, targetUpper, targetText, targetDate, unit, raw, weight, rule } = withTarget(revision);
  const { milestones, endMonth, endReason } = revision;
  return {
    ...indicator,
    ...{ comparator, target, targetUpper, targetText, targetDate, unit, raw, weight, rule },
    ...{ milestones, endMonth, endReason },
    targets: indicator.revisions.filter(({ effectiveMonth }) => effectiveMonth <= month).map(targetFrom),
  };
}

function targetFrom(revision: IndicatorRevision): TargetFrom {
  const { effectiveMonth: from, comparator, target, targetUpper, milestones, endMonth } = withTarget(revision);
  return { from, comparator, target, targetUpper, milestones, endMonth };
}
