import { namePairs, shareOf } from './name-pairs.js';

/** Half of an indicator's name must come back in a goal for both to mean the same thing. */
export const SAME_THING = 0.5;
/** A third is enough where the goal gives the target of the indicator, too. */
export const SAME_NUMBER_TOO = 1 / 3;

/** Says of a name how much of it comes back in one clause of the goal: 形成调研报告 is told before its 每月不少于8篇. */
export function sharesIn(goal: string): (name: ReadonlySet<string>) => number {
  const clauses = goal.split(/[，。；;！!\n]/).map(namePairs);
  return (name) => Math.max(0, ...clauses.map((clause) => shareOf(name, clause)));
}
