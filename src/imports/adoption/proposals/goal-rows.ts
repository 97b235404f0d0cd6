import { exact, isDecimal } from '../../../domain/exact.js';
import { commonUnit, goalQuantities } from '../../doubts/goal-quantities.js';
import { SAME_NUMBER_TOO, SAME_THING, sharesIn } from '../../doubts/goal-names.js';
import { namePairs } from '../../doubts/name-pairs.js';
import type { RepairableRow } from '../../repairs/applied/repairable-draft.js';

/** The rows that read as measures of a goal: what its prose calls by their names, or promises in their numbers. */
export function rowsOfGoal(goal: string, rows: readonly RepairableRow[]): RepairableRow[] {
  const quantities = goalQuantities(goal).map(({ number, unit }) => ({ number, unit }));
  const shareOf = sharesIn(goal);
  return rows.filter(({ name, unit, target }) => {
    const share = shareOf(namePairs(name));
    if (share >= SAME_THING) return true;
    const isPromised = quantities.some(
      (quantity) => unit !== null && quantity.unit === commonUnit(unit) && isSame(quantity.number, target),
    );
    return isPromised && share >= SAME_NUMBER_TOO;
  });
}

const isSame = (number: string, target: string | null): boolean =>
  target !== null && isDecimal(number) && isDecimal(target) && exact(number).equals(exact(target));
