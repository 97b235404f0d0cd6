import type { IndicatorDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import type { Columns, ReadHeader } from '../columns/columns.js';
import { type Header, headerAt } from '../columns/header.js';
import { readColumns } from '../columns/read-columns.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { isPageNumber } from '../lines/page-number.js';
import { isColumnNumbers, isNote, remarkBelow, saysContact } from './aside-row.js';
import { indicatorRow } from './indicator-row.js';
import { caption, type Caption, periodBeside } from './caption.js';
import { type GroupWeight, groupWeights, type Levels, levelsOf, NO_LEVELS, withoutLevels } from './levels.js';
import { type LongTermRow, longTermRow } from './long-term-row.js';
import { withMergedCells } from './merged-cells.js';
import { type Owner, NO_OWNER, ownerOf } from './owner.js';
import { groupSum, type PrintedSum, sumAbove, weightTotal, withGroupsBelow } from './printed-sums.js';
import { type SpecialRow, specialRow } from './special-row.js';
import { withSplitRowsJoined } from './split-rows.js';
import { unitInHead } from './unit-above.js';
import { wideName } from './wide-cell.js';

/** An indicator with the project and department that its row names, in a table of several. */
export interface OwnedIndicator {
  readonly indicator: IndicatorDraft;
  readonly owner: Owner;
}

export interface IndicatorTable {
  readonly rows: OwnedIndicator[];
  readonly unread: Cell[];
  /** Remarks below or between the rows. */
  readonly notes: Cell[];
  /** The rows that belong to the table. */
  readonly read: Line[];
  readonly breaks: string[];
  /** Rows that were put together from two, by their names. */
  readonly joined: Cell[];
  /** Rows that may go on in the row below them. */
  readonly suspected: Cell[];
  /** Sums of weights that the table prints, beside what its rows give. */
  readonly sums: PrintedSum[];
  /** What became of the columns of each of its headers. */
  readonly headers: (ReadHeader & { readonly source: string })[];
  /** Cells of points in a row 合计 or 总分 that could not be read. */
  readonly totalsUnread: Cell[];
  /** Rows of a longer period. */
  readonly longTerm: LongTermRow[];
  /** Rows that are no indicators: 总分, and 预算执行率 where it stands among the indicators. */
  total: string | null;
  execution: { readonly weight: string | null; readonly rate: string | null; readonly score: string | null } | null;
}

interface Progress {
  levels: Levels;
  owner: Owner;
  /** What a caption above the rows says of their period. */
  period: 'year' | 'long' | null;
  interrupted: boolean;
  /** The sum of the table stands directly above. */
  afterTotal: boolean;
  /** 一、产出指标 stands above its rows. */
  isCaptioned: boolean;
  readonly groups: (GroupWeight & Levels)[];
}

/** What is said above the table, and holds for its rows. */
interface Above {
  readonly fiscalYear: number | null;
  /** Of bare numbers. */
  readonly unit: string | null;
}

/** Reads the rows below a header. The table ends at a paragraph, unless the rows behind it plainly run on. */
export function indicatorTable(header: Header, body: readonly Line[], { fiscalYear, unit }: Above): IndicatorTable {
  const table: IndicatorTable = {
    ...{ rows: [], unread: [], notes: [], read: [], breaks: [], joined: [], sums: [], headers: [], longTerm: [] },
    ...{ suspected: [], totalsUnread: [], total: null, execution: null },
  };
  const progress: Progress = {
    levels: NO_LEVELS,
    owner: NO_OWNER,
    period: null,
    interrupted: false,
    afterTotal: false,
    isCaptioned: false,
    groups: [],
  };
  for (const part of partsOf(header, body)) {
    const read = readColumns(part.header, withoutBreak(part.lines), fiscalYear);
    const unitAbove = read.columns && (unitInHead(part.header, read.columns) ?? unit);
    table.headers.push({ ...read, unitAbove, source: part.header.source });
    if (!read.columns) continue;
    const { lines, joined, suspected } = withSplitRowsJoined(part.lines, read.columns);
    table.joined.push(...joined);
    table.suspected.push(...suspected);
    [progress.interrupted, progress.afterTotal] = [false, false];
    addRows(table, progress, lines, { ...read, columns: read.columns }, { fiscalYear, unit: unitAbove });
  }
  const indicators = table.rows.map(({ indicator }) => indicator);
  const sums = [
    ...withGroupsBelow(table.sums, indicators),
    ...progress.groups.map((group) => groupSum(indicators, group)),
  ];
  return { ...table, sums };
}

interface Part {
  readonly header: Header;
  readonly lines: readonly Line[];
}

/** The lines below each header. One that is repeated on the next page begins no part. */
function partsOf(header: Header, body: readonly Line[]): Part[] {
  const parts: { header: Header; lines: Line[] }[] = [{ header, lines: [] }];
  let startsTable = false;
  for (let index = 0; index < body.length; index += 1) {
    const [line, found, last] = [body[index], headerAt(body, index), parts.at(-1)];
    if (!line || !last) continue;
    startsTable ||= line.startsTable;
    if (found) {
      if (labels(found) !== labels(last.header)) parts.push({ header: found, lines: [] });
      index += found.height - 1;
      continue;
    }
    last.lines.push({ ...line, startsTable: line.isRow && startsTable });
    startsTable &&= !line.isRow;
  }
  return parts;
}

const labels = ({ heads }: Header): string => heads.map(({ column, text }) => `${column}${text}`).join();

/** What stands behind a paragraph may be another table; it says nothing about the columns of this one. */
function withoutBreak(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line) => !line.isRow && !isPageNumber(line));
  return end > 0 ? lines.slice(0, end) : lines;
}

function addRows(
  table: IndicatorTable,
  progress: Progress,
  lines: readonly Line[],
  read: ReadHeader & { readonly columns: Columns },
  { fiscalYear, unit }: Above,
): void {
  const { columns } = read;
  for (const [place, printed] of lines.entries()) {
    const { line, covers } = specialRow(printed, columns) ? { line: printed, covers: [] } : wideName(printed, columns);
    const cells = filledCells(line);
    const heading = caption(line);
    progress.period = heading?.period ?? periodBeside(line, columns) ?? progress.period;
    if (heading) progress.levels = levelsBelow(heading, progress.levels);
    progress.isCaptioned ||= heading?.level1 != null;
    if (isAnnex(line) && isWhole(table) && printsLevel(lines.slice(place), columns)) {
      table.unread.push(...lostRows(lines.slice(place), columns));
      return;
    }
    if (!line.isRow) {
      progress.interrupted ||= !isPageNumber(line) && !heading;
      table.notes.push(...remarkBelow(lines.slice(0, place + 1)));
      if (saysContact(line)) table.notes.push({ text: `联系电话：${cells[0]?.text ?? ''}`, source: line.source });
    }
    if (!line.isRow || cells.length === 0 || heading || isColumnNumbers(cells)) continue;
    const special = specialRow(line, columns);
    const levels = levelsOf(special ? special.cells : line.cells, levelColumns(columns, progress), progress.levels);
    const own = withoutLevels(levels, covers);
    const indicator = special
      ? null
      : indicatorRow(withMergedCells(line.cells, columns), columns, own, fiscalYear, unit);
    if (progress.interrupted && !special && !runsOn(indicator, columns)) {
      const lost = lostRows(lines.slice(place), columns);
      table.unread.push(...lost);
      if (progress.afterTotal) table.notes.push(...rowsBelowTotal(lines.slice(place), lost));
      return;
    }
    if (line.startsTable) table.breaks.push(line.source);
    // Below its sum a form prints remarks and signatures.
    [progress.levels, progress.interrupted] = [levels, special?.kind === 'total' && table.rows.length > 0];
    progress.afterTotal = progress.interrupted;
    progress.owner = ownerOf(line.cells, columns, progress.owner);
    table.read.push(line);
    addGroups(progress, groupWeights(line.cells, columns), levels);
    const text = cells.map((cell) => cell.text).join(' | ');
    const long = longTermRow(line.cells, read.longTerm, indicator);
    if (special) addSpecialRow(table, special, line.source);
    else if (isNote(cells) && !isMeasured(indicator)) table.notes.push({ text, source: line.source });
    else if (indicator && progress.period === 'long') table.longTerm.push({ ...indicator, text: indicator.raw });
    else if (long && (!indicator || indicator.raw === '')) table.longTerm.push(long);
    else if (indicator) {
      table.rows.push({ indicator: { ...indicator, longTerm: long?.text ?? null }, owner: progress.owner });
    } else table.unread.push({ text, source: line.source });
  }
}

/** Each group once, though its points are printed in each of its rows. */
function addGroups({ groups }: Progress, printed: readonly GroupWeight[], levels: Levels): void {
  for (const group of printed) {
    const isSame = ({ level, name, weight, level1 }: GroupWeight & Levels) =>
      level === group.level && name === group.name && weight === group.weight && level1 === levels.level1;
    if (!groups.some(isSame)) groups.push({ ...group, ...levels });
  }
}

/** Below captions of the first level the only column of levels is of the second. */
const levelColumns = (columns: Columns, { isCaptioned }: Progress): Columns =>
  isCaptioned && columns.level2 === undefined ? { ...columns, level1: undefined, level2: columns.level1 } : columns;

/** （一）数量指标 stands below 一、产出指标; without one it is the level that there is. */
function levelsBelow({ level1, level2 }: Caption, above: Levels): Levels {
  if (level1 !== null) return { ...NO_LEVELS, level1 };
  if (level2 === null) return above;
  return above.level1 === '' ? { ...NO_LEVELS, level1: level2 } : { ...above, level2 };
}

/** 附件2 begins something else, unless it stands at the top of each page. */
const isAnnex = (line: Line): boolean =>
  !line.isRow && /^附[件表]\s*[\d一二三四五六七八九十]{0,3}(?:[-－—]\d{1,2})?[:：]?$/.test(line.cells[0]?.text ?? '');

/** Nothing is missing in it: its points are those of a sheet, with 10 or none for the budget execution. */
const isWhole = ({ rows }: IndicatorTable): boolean => {
  const total = weightTotal(rows.map(({ indicator }) => indicator));
  return rows.length > 0 && (['100', '90'].includes(total) || rows.every(({ indicator }) => indicator.weight === null));
};

/** On the next page the level of the row above goes on. */
function printsLevel(lines: readonly Line[], { level1, level2 }: Columns): boolean {
  const row = lines.find(({ isRow }) => isRow);
  return (row?.cells[level1 ?? level2 ?? -1]?.text ?? '') !== '';
}

/** 填表人培训次数 with ≥3次 is no signature. */
const isMeasured = (indicator: IndicatorDraft | null): boolean =>
  indicator?.target != null && (indicator.unit !== null || /^[<>]/.test(indicator.comparator ?? ''));

/** Behind the end of the table: rows that have a number with a sign or unit where the targets of the table stand. */
function lostRows(lines: readonly Line[], columns: Columns): Cell[] {
  return lines.flatMap((line) => {
    const indicator = line.isRow ? indicatorRow(line.cells, columns, NO_LEVELS) : null;
    const hasNumber = indicator?.target != null && !indicator.qualitative;
    if (!hasNumber || (indicator.unit === null && indicator.comparator === '=')) return [];
    return [
      {
        text: filledCells(line)
          .map(({ text }) => text)
          .join(' | '),
        source: line.source,
      },
    ];
  });
}

/** What the same table prints below its sum, apart from what was told as lost. */
function rowsBelowTotal(lines: readonly Line[], lost: readonly Cell[]): Cell[] {
  const end = lines.findIndex((line, place) => place > 0 && (!line.isRow || line.startsTable));
  return lines.slice(0, end < 0 ? undefined : end).flatMap((line) => {
    const cells = filledCells(line);
    const isTold = cells.length === 0 || !line.isRow || lost.some(({ source }) => source === line.source);
    return isTold ? [] : [{ text: cells.map(({ text }) => text).join(' | '), source: line.source }];
  });
}

/** Behind a paragraph another table may stand: only a row with a readable target and its weight is still ours. */
function runsOn(indicator: IndicatorDraft | null, columns: Columns): boolean {
  return indicator?.target != null && (columns.weight === undefined || indicator.weight !== null);
}

function addSpecialRow(table: IndicatorTable, row: SpecialRow, source: string): void {
  if (row.kind === 'execution') table.execution = { weight: row.weight, rate: row.actual, score: row.score };
  if (row.kind === 'total') table.total = row.score;
  table.totalsUnread.push(...row.unread);
  if (row.kind === 'placeholder' || row.kind === 'execution' || row.weight === null) return;
  const indicators = table.rows.map(({ indicator }) => indicator);
  const name = row.kind === 'total' ? '合计' : '小计';
  table.sums.push(sumAbove({ name, printed: row.weight, source }, table.sums, indicators));
}
