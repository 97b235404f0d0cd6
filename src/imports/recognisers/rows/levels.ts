import type { IndicatorDraft, Places } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { decimalCell } from '../lines/decimal-cell.js';
import { isLevelName } from './caption.js';
import { textOrNull } from '../lines/printed-text.js';

export interface Levels extends Pick<IndicatorDraft, 'level1' | 'level2'> {
  /** Of the cells that print them. */
  readonly places: Places;
}

export const NO_LEVELS: Levels = { level1: '', level2: '', places: {} };

/** Points that stand beside the name of a level, in its cell (产出指标（50分）) or in a column of their own. */
export interface GroupWeight {
  readonly level: 'level1' | 'level2';
  readonly name: string;
  readonly weight: string;
  readonly source: string;
}

/** The level above goes on. */
const DITTO = /^(?:[〃″"＂]|同上|同前)$/;
const POINTS = /[（(]\s*(\d{1,3}(?:\.\d{1,2})?)\s*分?\s*[)）]$/;

/** The levels that hold for a row: where it leaves them blank (merged cells), those above. A new level 1 ends the level 2. */
export function levelsOf(cells: readonly Cell[], columns: Columns, above: Levels): Levels {
  const [level1, level2] = levelNames(cells, columns);
  const isNew = level1 !== null && level1 !== above.level1;
  const printed = (['level1', 'level2'] as const).flatMap((level) => {
    const cell = cells[columns[level] ?? -1];
    return cell && cell.text !== '' ? [[level, cell.source] as const] : [];
  });
  const kept = Object.entries(above.places).filter(([level]) => level === 'level1' || !isNew);
  return {
    level1: level1 ?? above.level1,
    level2: level2 ?? (isNew ? '' : above.level2),
    places: Object.fromEntries([...kept, ...printed]),
  };
}

/** Of a row whose name covers its levels. */
export function withoutLevels({ places, ...levels }: Levels, covered: readonly ('level1' | 'level2')[]): Levels {
  const isKept = ([level]: [string, unknown]) => !covered.some((other) => other === level);
  const kept = { ...levels, ...Object.fromEntries(covered.map((level) => [level, ''])) };
  return { ...kept, places: Object.fromEntries(Object.entries(places).filter(isKept)) };
}

export function groupWeights(cells: readonly Cell[], columns: Columns): GroupWeight[] {
  return (['level1', 'level2'] as const).flatMap((level) => {
    const beside = cells[columns[level === 'level1' ? 'weight1' : 'weight2'] ?? -1];
    const cell = beside && beside.text !== '' ? beside : cells[columns[level] ?? -1];
    const weight = decimalCell(cell === beside ? cell?.text : POINTS.exec(textOrNull(cell?.text) ?? '')?.[1]);
    const name = levelName(cells, columns[level]);
    return cell && weight !== null && name !== null ? [{ level, name, weight, source: cell.source }] : [];
  });
}

/** 产出指标-数量指标 in the only column of levels is both of them. */
function levelNames(cells: readonly Cell[], columns: Columns): [level1: string | null, level2: string | null] {
  const level1 = levelName(cells, columns.level1);
  const parts = columns.level2 === undefined ? (level1?.split(/[-—–－/／>＞]+/) ?? []) : [];
  const [first, second, ...more] = parts.map((part) => part.trim());
  if (first !== undefined && second !== undefined && more.length === 0 && [first, second].every(isLevelName))
    return [first, second];
  return [level1, levelName(cells, columns.level2)];
}

/** Without the points beside it, and without the blanks of a narrow column. */
function levelName(cells: readonly Cell[], column: number | undefined): string | null {
  const text = column === undefined ? null : textOrNull(cells[column]?.text);
  return text === null || DITTO.test(text)
    ? null
    : text
        .replace(POINTS, '')
        .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
        .trim();
}
