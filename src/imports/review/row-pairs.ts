import type { Indicator } from '../../targets/indicators/indicator.entity.js';
import { namePairs, shareOf } from '../doubts/name-pairs.js';
import { printedKey } from '../../domain/printed/printed-key.js';
import type { RepairableRow } from '../repairs/applied/repairable-draft.js';

/** Half of a name comes back in the other one. */
const SAME_THING = 0.5;

/**
 * By name and levels; what is left by name alone, since a group may have been renamed; then by what the name has in common
 * with that of a row of the same group and unit, since an indicator may have been, too.
 */
export function pairsOf(
  drafts: readonly RepairableRow[],
  rows: readonly Indicator[],
): (readonly [RepairableRow | null, Indicator | null])[] {
  const left = new Set(rows);
  const take = (fits: (row: Indicator) => boolean): Indicator | null => {
    const row = [...left].find(fits) ?? null;
    if (row) left.delete(row);
    return row;
  };
  const found = new Map<RepairableRow, Indicator>();
  for (const fits of [isSameRow, isSameName, isRenamed]) {
    for (const draft of drafts.filter((one) => !found.has(one))) {
      const row = take((other) => fits(draft, other));
      if (row) found.set(draft, row);
    }
  }
  const pairs = drafts.map((draft) => [draft, found.get(draft) ?? null] as const);
  return [...pairs, ...[...left].map((row) => [null, row] as const)];
}

type Fits = (draft: RepairableRow, row: Indicator) => boolean;

const isSameName: Fits = (draft, row) => printedKey(draft.name) === printedKey(row.name);
const isSameRow: Fits = (draft, row) =>
  isSameName(draft, row) && draft.level1 === row.level1 && draft.level2 === row.level2;
const isRenamed: Fits = (draft, row) => {
  if (draft.level1 !== row.level1 || draft.unit !== row.unit) return false;
  const [one, other] = [namePairs(draft.name), namePairs(row.name)];
  return Math.max(shareOf(one, other), shareOf(other, one)) >= SAME_THING;
};
