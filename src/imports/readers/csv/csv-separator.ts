import { type CsvSeparator, eachCsvRow } from './csv-rows.js';

const SEPARATORS: readonly CsvSeparator[] = [',', ';', '\t'];
type Row = readonly string[];

const SAMPLE = 65_536;
const FEWEST_COLUMNS = 3;
/** No sentence has its commas as regularly. */
const MANY_COLUMNS = 5;
/** Excel takes the separator from such a first line, and does not show it. */
export const SEPARATOR_LINE = /^sep=([,;\t])[ \t]*\r?\n/i;
const QUOTED_AFTER_TAB = /(?:^|\t)=?"/m;
const OF_TEXT_TABLES = /\t|[|｜│].*[|｜│]/;
const SENTENCE = /[。！？；.!?]["”』」）)]?$/;

/**
 * What separates the cells of a table that was saved as CSV; null for every other text. Sentences have commas too, so it
 * is the shape of all lines that tells. Text with tabs stays text, which may hold more than a table, unless cells are
 * quoted: only then does the difference matter.
 */
export function csvSeparator(text: string): CsvSeparator | null {
  const told = SEPARATOR_LINE.exec(text)?.[1];
  if (told) return told as CsvSeparator;
  const sample = sampleOf(text);
  const found = SEPARATORS.filter((separator) =>
    separator === '\t' ? isQuotedTabs(sample) : isTable(rowsOf(sample, separator)),
  );
  const [first = null, second] = found;
  if (first === null || second === undefined) return first;
  return usualCount(rowsOf(sample, second)) > usualCount(rowsOf(sample, first)) ? second : first;
}

/** Up to the end of a line: half a row would be ragged. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const start = text.slice(0, SAMPLE);
  return start.slice(0, Math.max(start.lastIndexOf('\n'), start.lastIndexOf('\r')) + 1) || start;
}

function isQuotedTabs(sample: string): boolean {
  if (!QUOTED_AFTER_TAB.test(sample)) return false;
  const { rows, fault } = parsed(sample, '\t');
  return !fault && rows.length > 1 && rows.filter(({ length }) => length > 1).length * 2 > rows.length;
}

/** Enough rows are wide, and these are equally long, or leave cells blank; or nearly all are, and few rows are sentences. */
function isTable(rows: readonly Row[]): boolean {
  const wide = rows.filter(({ length }) => length >= FEWEST_COLUMNS);
  if (wide.length < 2 || wide.length < rows.length * 0.3) return false;
  if (share(wide, (row) => OF_TEXT_TABLES.test(row.join())) > 0.5) return false;
  if (share(wide, (row) => row.slice(0, -1).includes('')) >= 0.2) return true;
  const usual = usualCount(wide);
  if (usual >= MANY_COLUMNS && share(wide, ({ length }) => length === usual) >= 0.7) return true;
  return wide.length >= rows.length * 0.6 && share(rows, isSentence) < 0.25;
}

const share = (rows: readonly Row[], has: (row: Row) => boolean): number => rows.filter(has).length / rows.length;
const isSentence = (row: Row): boolean => SENTENCE.test(row.findLast((cell) => cell !== '') ?? '');

/** Where quotes are not closed, lines are as good: the reader will say which one. */
function rowsOf(sample: string, separator: CsvSeparator): Row[] {
  const { rows, fault } = parsed(sample, separator);
  const read = fault ? sample.split(/\r\n|\n|\r/).map((line) => line.split(separator)) : rows;
  return read.filter((row) => row.some((cell) => cell.trim() !== ''));
}

function parsed(sample: string, separator: CsvSeparator) {
  const rows: Row[] = [];
  const fault = eachCsvRow(sample, separator, (row) => rows.push(row));
  return { rows, fault };
}

/** The number of cells that most rows have. */
function usualCount(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
