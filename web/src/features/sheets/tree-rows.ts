import { exact, fixed, plain, sum } from '@domain/exact.js';
import type { ScoredIndicator, TargetSheet } from '../../api/types.js';
import { grouped } from '../../components/grouped.js';
import { type IndicatorRow, rowsOf } from '../shown/indicator-row.js';

/** A line of the tree: a level with its sums, or an indicator. */
export interface TreeRow {
  readonly key: string;
  readonly name: string;
  readonly weight: string;
  readonly score: string;
  readonly leaf: IndicatorRow | null;
  readonly children?: TreeRow[];
}

/** level 1 → level 2 → indicators, in the order of the document. */
export function treeOf(sheet: TargetSheet, scored: readonly ScoredIndicator[]): TreeRow[] {
  return grouped(rowsOf(sheet, scored), ({ indicator }) => indicator.level1).map(([level1, members]) =>
    groupRow(
      level1,
      level1,
      grouped(members, ({ indicator }) => indicator.level2).map(([level2, leaves]) =>
        groupRow(`${level1} / ${level2}`, level2, leaves.map(leafRow)),
      ),
    ),
  );
}

function groupRow(key: string, name: string, children: TreeRow[]): TreeRow {
  return {
    key,
    name,
    weight: plain(sum(children.map(({ weight }) => exact(weight)))),
    score: fixed(sum(children.map(({ score }) => exact(score))), 2),
    leaf: null,
    children,
  };
}

const leafRow = (leaf: IndicatorRow): TreeRow => ({
  key: leaf.indicator.id,
  name: leaf.indicator.name,
  weight: leaf.indicator.weight,
  score: leaf.score.score ?? '0',
  leaf,
});
