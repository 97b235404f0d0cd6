import { around, type Extent } from './page-model.js';
import { lineText, type TextLine } from './piece-text.js';

/** What stands between or without ruling lines, in reading order. */
export type Unruled =
  | ({ readonly kind: 'paragraph'; readonly top: number } & PlacedText)
  | { readonly kind: 'table'; readonly top: number; readonly rows: readonly PlacedRow[] };

interface PlacedText {
  readonly text: string;
  readonly extent: Extent;
}
export interface PlacedRow {
  readonly texts: readonly string[];
  readonly extent: Extent;
}

interface Segment {
  readonly left: number;
  readonly right: number;
  readonly text: string;
}
interface SegmentedLine {
  readonly y: number;
  readonly size: number;
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** A gap this wide, in letters, separates columns. */
const COLUMN_GAP = 1.2;
const COLUMNS_OF_A_TABLE = 3;
/** Lines further apart, in letters, belong to different tables; those this close to one cell. */
const TABLE_GAP = 4;
const WRAPPED_GAP = 1.7;

/** Finds tables by the blank columns between glyphs alone; whoever reads them should know that lines were missing. */
export function unruledTables(lines: readonly TextLine[]): Unruled[] {
  const segmented = lines.map(segmentsOf);
  const found: Unruled[] = [];
  for (let index = 0; index < segmented.length;) {
    const run = tableRun(segmented.slice(index));
    const line = segmented[index];
    if (run.length > 0 && line) found.push({ kind: 'table', top: line.y, rows: rowsOf(run) });
    else if (line && line.text !== '') {
      found.push({ kind: 'paragraph', top: line.y, text: line.text, extent: extentOf(line) });
    }
    index += Math.max(1, run.length);
  }
  return found;
}

function segmentsOf(line: TextLine): SegmentedLine {
  const groups: (typeof line)[number][][] = [];
  for (const piece of line.filter(({ text }) => text.trim() !== '')) {
    const right = groups.at(-1)?.at(-1)?.right;
    if (right !== undefined && piece.left - right < COLUMN_GAP * piece.size) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  const segments = groups.map((group) => ({
    left: Math.min(...group.map(({ left }) => left)),
    right: Math.max(...group.map(({ right }) => right)),
    text: lineText(group).trim(),
  }));
  const [first] = line;
  return { y: first?.y ?? 0, size: first?.size ?? 0, text: segments.map(({ text }) => text).join('  '), segments };
}

/** The lines of the table that begins here; none where none does. */
function tableRun(lines: readonly SegmentedLine[]): readonly SegmentedLine[] {
  const first = lines[0];
  if (!first || first.segments.length < COLUMNS_OF_A_TABLE) return [];
  let length = 1;
  for (let line = lines[length]; line; line = lines[length]) {
    const before = lines[length - 1] ?? first;
    const columns = columnsOf(lines.slice(0, length + 1));
    const fits = line.segments.every((segment) => columnsUnder(segment, columns) === 1);
    if (line.y - before.y > TABLE_GAP * line.size || !fits) break;
    length += 1;
  }
  const full = lines.slice(0, length).filter(({ segments }) => segments.length >= COLUMNS_OF_A_TABLE);
  return full.length < 2 ? [] : lines.slice(0, length);
}

/** Where something stands in any full line is a column; what stays blank in all of them is between two. */
function columnsOf(lines: readonly SegmentedLine[]): Segment[] {
  const full = lines.filter(({ segments }) => segments.length >= COLUMNS_OF_A_TABLE);
  const columns: Segment[] = [];
  for (const segment of full.flatMap(({ segments }) => segments).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && segment.left <= last.right) {
      columns[columns.length - 1] = { ...last, right: Math.max(last.right, segment.right) };
    } else columns.push(segment);
  }
  return columns;
}

const columnsUnder = (segment: Segment, columns: readonly Segment[]): number =>
  columns.filter(({ left, right }) => segment.left <= right && segment.right >= left).length;

function rowsOf(lines: readonly SegmentedLine[]): PlacedRow[] {
  const columns = columnsOf(lines);
  const rows: { texts: string[]; extent: Extent }[] = [];
  for (const [index, line] of lines.entries()) {
    const gap = line.y - (lines[index - 1]?.y ?? -Infinity);
    const isWrapped = line.segments.length < COLUMNS_OF_A_TABLE && gap < WRAPPED_GAP * line.size;
    const above = isWrapped ? rows.at(-1) : undefined;
    const row = above ?? { texts: columns.map(() => ''), extent: extentOf(line) };
    if (above) above.extent = around([above.extent, extentOf(line)]);
    else rows.push(row);
    for (const segment of line.segments) {
      const column = columns.findIndex(({ left, right }) => segment.left <= right && segment.right >= left);
      row.texts[column] = `${row.texts[column] ?? ''}${segment.text}`;
    }
  }
  return rows;
}

/** Letters reach a quarter of their size below the base line. */
const DESCENT = 0.25;

const extentOf = ({ y, size, segments }: SegmentedLine): Extent => ({
  left: Math.min(...segments.map(({ left }) => left)),
  right: Math.max(...segments.map(({ right }) => right)),
  top: y - size,
  bottom: y + size * DESCENT,
});
