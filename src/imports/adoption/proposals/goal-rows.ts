import { exact, isDecimal } from '../../../domain/exact.js';
import { commonUnit, goalQuantities } from '../../doubts/goal-quantities.js';
import { SAME_NUMBER_TOO, SAME_THING, sharesIn } from '../../doubts/goal-names.js';
import { namePairs } from '../../doubts/name-pairs.js';
import type { RepairableRow } from '../../repairs/applied/repairable-draft.js';

/** Two thirds of a name in one clause are its words in another order; what comes back by half may be another thing. */
const ALMOST_ALL = 2 / 3;

/** The rows that read as measures of a goal: what its prose calls by their names, or promises in their numbers. */
export function rowsOfGoal(goal: string, rows: readonly RepairableRow[]): RepairableRow[] {
  const isPromised = promisesOf(goal);
  const shareOf = sharesIn(goal);
  return rows.filter((row) => {
    const share = shareOf(namePairs(row.name));
    return share >= SAME_THING || (share >= SAME_NUMBER_TOO && isPromised(row));
  });
}

/**
 * Whether a row reads as a measure of this goal (place from 0) and of no other: its name stands there almost whole, or by half
 * with its number, and no other goal says as much of it.
 */
export function clearlyOf(goal: number, row: RepairableRow, goals: readonly string[]): boolean {
  const pairs = namePairs(row.name);
  const shares = goals.map((text) => sharesIn(text)(pairs));
  const share = shares[goal] ?? 0;
  if (shares.some((other, place) => place !== goal && other >= share)) return false;
  return share >= ALMOST_ALL || (share >= SAME_THING && promisesOf(goals[goal] ?? '')(row));
}

/** Says of a row whether the goal gives its target in its unit. */
function promisesOf(goal: string): (row: RepairableRow) => boolean {
  const quantities = goalQuantities(goal);
  return ({ unit, target }) =>
    unit !== null &&
    quantities.some((quantity) => quantity.unit === commonUnit(unit) && isSame(quantity.number, target));
}

const isSame = (number: string, target: string | null): boolean =>
  target !== null && isDecimal(number) && isDecimal(target) && exact(number).equals(exact(target));
