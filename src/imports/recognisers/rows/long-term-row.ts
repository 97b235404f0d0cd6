import type { IndicatorDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import { printedTarget } from '../columns/printed-target.js';
import type { ColumnRole } from '../vocabulary/column-words.js';
import { textOrNull } from '../lines/printed-text.js';

/** What a row says of a longer period (实施期): no target of the year, kept beside it. */
export interface LongTermRow {
  readonly name: string;
  readonly raw: string;
  readonly source: string;
  /** The target, with its name where the year's indicator has another. */
  readonly text: string;
}

/** null where the row says nothing of the longer period. */
export function longTermRow(
  cells: readonly Cell[],
  columns: Readonly<Partial<Record<ColumnRole, number>>> | null,
  indicator: IndicatorDraft | null,
): LongTermRow | null {
  if (columns?.target === undefined) return null;
  const raw = printedTarget(cells, { ...columns, target: columns.target });
  const name = columns.name === undefined ? null : textOrNull(cells[columns.name]?.text);
  if (raw === '') return null;
  const isSame = name === null || name === indicator?.name;
  return {
    name: name ?? indicator?.name ?? '',
    raw,
    source: cells[columns.target]?.source ?? '',
    text: isSame ? raw : `${name} ${raw}`,
  };
}
