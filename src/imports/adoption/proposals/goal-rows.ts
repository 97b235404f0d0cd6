import { exact, isDecimal } from '../../../domain/exact.js';
import { commonUnit, goalQuantities } from '../../doubts/goal-quantities.js';
import { namePairs, shareOf } from '../../doubts/name-pairs.js';
import type { RepairableRow } from '../../repairs/applied/repairable-draft.js';

/** Half of an indicator's name comes back in the goal; a third where the goal gives its target, too. */
const SAME_THING = 0.5;
const SAME_NUMBER_TOO = 1 / 3;

/** The rows that read as measures of a goal: what its prose calls by their names, or promises in their numbers. */
export function rowsOfGoal(goal: string, rows: readonly RepairableRow[]): RepairableRow[] {
  const quantities = goalQuantities(goal).map(({ number, unit }) => ({ number, unit }));
  const clauses = goal.split(/[，。；;！!\n]/).map(namePairs);
  return rows.filter(({ name, unit, target }) => {
    const pairs = namePairs(name);
    const share = Math.max(0, ...clauses.map((clause) => shareOf(pairs, clause)));
    if (share >= SAME_THING) return true;
    const isPromised = quantities.some(
      (quantity) => unit !== null && quantity.unit === commonUnit(unit) && isSame(quantity.number, target),
    );
    return isPromised && share >= SAME_NUMBER_TOO;
  });
}

const isSame = (number: string, target: string | null): boolean =>
  target !== null && isDecimal(number) && isDecimal(target) && exact(number).equals(exact(target));
