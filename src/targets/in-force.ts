import type { IndicatorRevision } from './indicator-revision.entity.js';
import type { Indicator } from './indicator.entity.js';

/** The revisions of an indicator, oldest first; none where it was never revised. */
export interface Revised {
  readonly revisions: readonly IndicatorRevision[];
}

/** The indicator with the target and weight that hold in a month, as scoring sees it too (sheet-facts.repository). */
export function inForce<T extends Indicator & Revised>(indicator: T, month: string): T {
  const revision = indicator.revisions.findLast(({ effectiveMonth }) => effectiveMonth <= month);
  if (!revision) return indicator;
  const { comparator, target, targetUpper, targetText, unit, raw, weight } = revision;
  return { ...indicator, comparator, target, targetUpper, targetText, unit, raw, weight };
}
