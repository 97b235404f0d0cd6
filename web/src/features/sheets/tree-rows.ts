import { exact, fixed, plain, sum } from '@domain/exact.js';
import { type Standing, standingOf } from '@domain/scoring/unjudged.js';
import type { ScoredIndicator, TargetSheet } from '../../api/types.js';
import { grouped } from '../../components/grouped.js';
import { type IndicatorRow, rowsOf } from '../shown/indicator-row.js';

/** Their points say nothing. */
const UNJUDGED: readonly Standing[] = ['not-begun', 'waiting'];

/** A line of the tree: a level with its sums, or an indicator. */
export interface TreeRow {
  readonly key: string;
  readonly name: string;
  readonly weight: string;
  /** Points that count: of what does not apply none, as in the total below. */
  readonly max: string;
  /** null: nothing of it is judged yet. */
  readonly score: string | null;
  readonly leaf: IndicatorRow | null;
  readonly children?: TreeRow[];
}

/** level 1 → level 2 → indicators, in the order of the document. */
export function treeOf(sheet: TargetSheet, scored: readonly ScoredIndicator[], asOf: string): TreeRow[] {
  const leafRow = (leaf: IndicatorRow): TreeRow => leafOf(leaf, asOf);
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
    max: plain(sum(children.map(({ max }) => exact(max)))),
    score: children.every(({ score }) => score === null)
      ? null
      : fixed(sum(children.map(({ score }) => exact(score ?? '0'))), 2),
    leaf: null,
    children,
  };
}

const leafOf = (leaf: IndicatorRow, asOf: string): TreeRow => ({
  key: leaf.indicator.id,
  name: leaf.indicator.name,
  weight: leaf.indicator.weight,
  max: leaf.score.max,
  score: UNJUDGED.includes(standingOf(leaf.score, asOf)) ? null : (leaf.score.score ?? '0'),
  leaf,
});
