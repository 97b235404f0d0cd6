import type { IndicatorMonths } from '../../api/types.js';

/** The indicator with what held of it in the month: those before a revision keep the target and weight of then. */
export function asOfMonth(indicator: IndicatorMonths, month: string): IndicatorMonths {
  const held = indicator.targets.findLast(({ from }) => from <= month);
  if (!held) return indicator;
  const { comparator, target, targetUpper, targetText, unit, weight, rule, endMonth } = held;
  return { ...indicator, ...{ comparator, target, targetUpper, targetText, unit, weight, rule, endMonth } };
}
