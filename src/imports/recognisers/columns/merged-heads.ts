import type { ColumnRole } from '../vocabulary/column-words.js';
import { type Contents, contentsOf } from './contents.js';
import type { Head } from './heads.js';
import { areLevels } from './level-columns.js';

type Places = Partial<Record<ColumnRole, number>>;
type ValuesOf = (head: Head) => readonly string[];

/** A head can reach over columns of which no lower row says what they hold: their cells tell. */
export function withColumnsUnderMergedHeads(heads: readonly Head[], places: Places, valuesOf: ValuesOf): void {
  const contents = (head: Head) => contentsOf(valuesOf(head));
  names(heads, places, valuesOf, contents);
  targets(heads, places, contents);
}

/** 绩效指标 over three columns: the names stand in the last of them. 三级指标 over two: their numbers stand before them. */
function names(heads: readonly Head[], places: Places, valuesOf: ValuesOf, contents: (head: Head) => Contents): void {
  const name = heads.find(({ column }) => column === places.name);
  const covered = coveredBy(name, heads).filter((head) => contents(head) === 'text');
  const [last, before] = covered.toReversed();
  if (!name || !last || covered.length > 2) return;
  if (contents(name) === 'number' && !before) places.name = last.column;
  if (places.level1 !== undefined || places.level2 !== undefined || !areLevels(name, valuesOf)) return;
  places.name = last.column;
  places.level1 = name.column;
  if (before) places.level2 = before.column;
}

/** 指标值 over ≥ and 3公里, or over ≥, 3 and 公里. */
function targets(heads: readonly Head[], places: Places, contents: (head: Head) => Contents): void {
  const sign = heads.find(({ column }) => column === places.target);
  if (!sign || places.comparator !== undefined || contents(sign) !== 'sign') return;
  const [value, unit] = coveredBy(sign, heads);
  if (!value || contents(value) === 'blank') return;
  places.comparator = sign.column;
  places.target = value.column;
  if (unit && places.unit === undefined && contents(unit) === 'unit') places.unit = unit.column;
}

/** Columns on its right with nothing above them. */
function coveredBy(head: Head | undefined, heads: readonly Head[]): Head[] {
  const right = head ? heads.slice(heads.indexOf(head) + 1) : [];
  const end = right.findIndex(({ text }) => text !== '');
  return right.slice(0, end < 0 ? undefined : end);
}
