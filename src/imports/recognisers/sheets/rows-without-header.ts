import { readTargetValue } from '../../../domain/printed/target-value.js';
import type { Cell } from '../../table-model.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import type { SheetRegion } from './sheet-regions.js';

/** So many rows that read as indicators are a table, fewer may be an example in a text. */
const LEAST_ROWS = 3;
const LONGEST = 30;
const SIGNED = /^(?:[≥≤≧≦⩾⩽><＞＜]|不低于|不少于|不超过|不高于|大于|小于|高于|低于)/;

/** Tables whose rows read as indicators with their targets, and that no header stands above: each by its first row. */
export function rowsWithoutHeader(lines: readonly Line[], regions: readonly SheetRegion[]): Cell[] {
  const inTables = new Set(regions.flatMap(({ header, body }) => (header ? body : [])));
  const runs: Line[][] = [[]];
  for (const line of lines) {
    if (!inTables.has(line) && readsAsTarget(line)) runs.at(-1)?.push(line);
    else if (line.startsTable || !line.isRow) runs.push([]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first || run.length < LEAST_ROWS) return [];
    const text = filledCells(first).map((cell) => cell.text);
    return [{ text: text.join(' | '), source: first.source }];
  });
}

/** A name, and right of it a number with its sign. */
function readsAsTarget(line: Line): boolean {
  if (!line.isRow) return false;
  const filled = filledCells(line);
  const at = filled.findIndex(({ text }) => SIGNED.test(text) && readTargetValue(text).value?.qualitative === false);
  const before = filled.slice(0, Math.max(at, 0));
  return before.some(({ text }) => text.length <= LONGEST && /\p{Script=Han}{2}/u.test(text));
}
