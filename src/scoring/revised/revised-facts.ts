import { traitsOf } from '../../domain/aggregation.js';
import { type Month, monthOf } from '../../domain/calendar/month.js';
import type { TargetFrom } from '../../domain/indicator.js';
import type { Indicator } from '../../targets/indicators/indicator.entity.js';
import type { IndicatorFacts, SheetFacts } from '../scored-sheet.js';

/**
 * The facts of a sheet as they would be read if these indicators were revised.
 * @param revised by id, with `target` as the domain has it
 * @param from the month in which the revision takes effect, not later than that of the facts
 */
export function revisedFacts(facts: SheetFacts, revised: ReadonlyMap<string, Indicator>, from: Month): SheetFacts {
  const adopted = monthOf(facts.fiscalYear, 1);
  const indicators = facts.indicators.map((known) => {
    const next = revised.get(known.indicator.id);
    return next ? revisedOne(known, next, { from, adopted }) : known;
  });
  return { ...facts, indicators };
}

function revisedOne(
  known: IndicatorFacts,
  next: Indicator,
  { from, adopted }: { readonly from: Month; readonly adopted: Month },
): IndicatorFacts {
  const { indicator } = known;
  const { comparator, target, targetUpper, unit, weight, rule, milestones, endMonth, dueMonth } = next;
  const scored = { comparator, target, targetUpper, unit, weight, rule, milestones, endMonth, dueMonth };
  const targets = isTakenOverTime(indicator)
    ? [...(indicator.targets?.length ? indicator.targets : [targetFrom(indicator, adopted)]), targetFrom(next, from)]
    : [];
  return { ...known, indicator: { ...indicator, ...scored, targets } };
}

/** Judged month by month, or growing over the year: the targets before count, too (sheet-facts.repository). */
function isTakenOverTime({ aggregation }: IndicatorFacts['indicator']): boolean {
  if (aggregation === null) return false;
  const { judgedBy, course } = traitsOf(aggregation);
  return judgedBy !== null || course === 'total';
}

const targetFrom = (
  { comparator, target, targetUpper, milestones, endMonth }: IndicatorFacts['indicator'] | Indicator,
  from: Month,
): TargetFrom => ({ from, comparator, target, targetUpper, milestones, endMonth });
