import type { Cell } from '../../table-model.js';
import { labelOf } from '../lines/printed-text.js';
import { COLUMN_WORDS, type ColumnRole } from '../vocabulary/column-words.js';
import { type Meaning, Vocabulary } from '../vocabulary/wording.js';
import { bareLabels } from './bare-labels.js';

/** What stands above a column, and what it was found to mean. */
export interface Head {
  readonly column: number;
  /** As printed; of two rows, both. */
  readonly text: string;
  readonly source: string;
  readonly meaning: Meaning<ColumnRole> | null;
  /** 2030 in 2030年完成值. */
  readonly year: number | null;
  /** What the column speaks of where the table prints two periods: the year, or a longer one. */
  readonly period: 'year' | 'long' | null;
}

const VOCABULARY = new Vocabulary<ColumnRole>(COLUMN_WORDS);
const YEAR = /^(20\d{2})年?(?:度)?/;
/** 1-12月, 1—9月, 1至N月 before what was reached. */
const MONTHS = /^(?:截至)?(?:\d{1,2}月?[-–—~～至到])?(\d{1,2}|N|n|X|x)月(?:份|底|末)?(?:累计)?/;
/** 目标值2031年 */
const YEAR_BEHIND = /(20\d{2})年(?:度)?$/;
/** 指标值（2031年） */
const YEAR_IN_BRACKETS = /[（(](20\d{2})年?(?:度)?[)）]/;
const LEVELS: readonly ColumnRole[] = ['level1', 'level2', 'name'];
const LONG = /实施期|中长期|长期|中期|远期|周期|规划期|三年|五年/;
const YEARLY = /年度|当年|本年|全年|20\d{2}年/;
const LONGEST = 60;

/** The meaning of one label, as it is printed or without what only goes with it; a year or months before it are taken off. */
export function headMeaning(label: string): { meaning: Meaning<ColumnRole> | null; year: number | null } {
  const found = bareLabels(label).map(meaningOf);
  return found.find(({ meaning }) => meaning !== null) ?? found[0] ?? { meaning: null, year: null };
}

function meaningOf(bare: string): { meaning: Meaning<ColumnRole> | null; year: number | null } {
  const year = YEAR.exec(bare);
  const months = MONTHS.exec(bare);
  const known = VOCABULARY.exactly(bare);
  const behind = YEAR_BEHIND.exec(bare);
  if (!known && !year && behind) {
    return { meaning: VOCABULARY.exactly(bare.slice(0, behind.index)), year: Number(behind[1]) };
  }
  if (known || (!year && !months)) return { meaning: known, year: null };
  const rest = bare.slice((year ?? months)?.[0].length);
  const meaning = VOCABULARY.exactly(rest) ?? VOCABULARY.exactly(`年度${rest}`);
  if (!months || year) return { meaning, year: year ? Number(year[1]) : null };
  const isPart = (meaning?.role === 'actual' || meaning?.role === 'target') && months[1] !== '12';
  return { meaning: meaning && isPart ? { ...meaning, role: 'interim' } : meaning, year: null };
}

/** Which period a label names: 实施期 or 年度. */
export function periodIn(text: string): Head['period'] {
  if (LONG.test(text)) return 'long';
  return YEARLY.test(text) ? 'year' : null;
}

/** The known label that one resembles which is none itself. */
export const resembledMeaning = (label: string): Meaning<ColumnRole> | null => VOCABULARY.resembling(label);

/** Columns of one row, or of two rows of which the lower one is the finer. */
export function headsOf(rows: readonly (readonly Cell[])[]): Head[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => head(rows, column) ?? []);
}

function head(rows: readonly (readonly Cell[])[], column: number): Head | null {
  const lowest = rows.findLast((cells) => (cells[column]?.text ?? '') !== '')?.[column];
  if (!lowest) return null;
  const label = labelOf(lowest.text);
  const above = rows
    .slice(
      0,
      rows.findLastIndex((cells) => cells[column] === lowest),
    )
    .flatMap((cells) => spanning(cells, column) ?? []);
  const together = above
    .flatMap(({ text }) => [`${labelOf(text)}${label}`, `${label}${labelOf(text)}`])
    .map(headMeaning);
  // 一级 above 指标 is a level, though 指标 alone would be the names.
  const level = together.find(({ meaning }) => meaning !== null && LEVELS.includes(meaning.role));
  const found = level ?? [headMeaning(label), ...together].find(({ meaning }) => meaning !== null);
  const printed = [...above, lowest].map(({ text }) => text.slice(0, LONGEST).replace(/\s+/g, ''));
  return {
    column,
    text: printed.join(' / '),
    source: lowest.source,
    meaning: found?.meaning ?? null,
    year: found?.year ?? yearIn(printed),
    period: periodIn(printed.join(' ')),
  };
}

function yearIn(printed: readonly string[]): number | null {
  const years = printed.map((part) => Number((YEAR.exec(part) ?? YEAR_IN_BRACKETS.exec(part))?.[1] ?? 0));
  return years.find((year) => year > 0) ?? null;
}

/** The cell of an upper row that reaches over this column: blanks on its right belong to it. */
function spanning(cells: readonly Cell[], column: number): Cell | null {
  return cells.slice(0, column + 1).findLast(({ text }) => text !== '') ?? null;
}
