import type { Columns } from '../columns/columns.js';
import type { Line } from '../lines/document-lines.js';
import { isLevelName } from './caption.js';

/** A row whose name stands in a cell that reaches over its levels, too. */
export interface WideName {
  readonly line: Line;
  /** The levels that it covers. */
  readonly covers: readonly ('level1' | 'level2')[];
}

/** The row with its name where the names are; one whose name is blank has a level there, and stays unread. */
export function wideName(line: Line, columns: Columns): WideName {
  const { cells } = line;
  const isBlank = (column: number | undefined) => column === undefined || (cells[column]?.text ?? '') === '';
  const level = (['level2', 'level1'] as const).find((other) => !isBlank(columns[other]));
  const place = level && columns[level];
  if (place === undefined || !isBlank(columns.name) || cells[columns.name]?.merged || isBlank(columns.target)) {
    return { line, covers: [] };
  }
  const [wide, name] = [cells[place], cells[columns.name]];
  const isBeside = place < columns.name && cells.slice(place + 1, columns.name).every(({ text }) => text === '');
  if (!wide || !name || !isBeside || isLevelName(wide.text)) return { line, covers: [] };
  const moved = cells.map((cell, column) =>
    column === place ? { ...cell, text: '' } : column === columns.name ? wide : cell,
  );
  return { line: { ...line, cells: moved }, covers: level === 'level1' ? ['level1', 'level2'] : ['level2'] };
}
