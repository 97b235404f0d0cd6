import type { Cell, Worksheet } from 'exceljs';
import { workbookRows } from '../../common/documents/workbook-size.js';
import { openedWorkbook } from '../../common/documents/workbook.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import type { Problem } from '../../domain/domain-error.js';
import { excerpt } from '../../domain/entries/excerpt.js';
import type { Month } from '../../domain/calendar/month.js';
import type { SaveEntryDto } from '../entries/dto/entry.dto.js';
import { cellContent } from './cell-content.js';
import {
  columnNamed,
  COLUMNS,
  ENTRY_SHEET,
  type Field,
  IDENTITY_SHEET,
  TEMPLATE_MARK,
  TEMPLATE_VERSION,
} from './columns.js';
import type { PrintedKey } from './template-subjects.js';
import { headerUnfit, notATemplate, notAWorkbook, oldTemplate, tooManyRows } from './errors.js';

/** Far more than a section has indicators. */
export const MOST_ROWS = 5_000;
const HEADER_WITHIN_ROWS = 10;

export interface PrintedCell {
  readonly text: string;
  readonly address: string;
}

/** One row; `problems` point to cells such as `填报!H7`, and `cells` say where each field stands. */
export interface TemplateRow {
  readonly row: number;
  /** Such as `填报!7`. */
  readonly address: string;
  /** The hidden id: of an indicator, or of a measure. */
  readonly id: string;
  readonly version: number | null;
  /** What the row says it is about, to be compared with its id. */
  readonly printed: Readonly<Record<PrintedKey | 'before', PrintedCell>>;
  /** Something stands in the cells that are filled in. */
  readonly isFilled: boolean;
  readonly content: SaveEntryDto;
  readonly problems: readonly Problem[];
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

export interface FilledTemplate {
  readonly month: Month;
  readonly rows: readonly TemplateRow[];
}

/** Reads a template that came back filled, in a process of its own (isolated). @throws DomainError */
export async function readTemplate(bytes: Uint8Array): Promise<FilledTemplate> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw notAWorkbook();
  const archive = await ZipArchive.open(bytes);
  await archive.verify();
  const count = await workbookRows(archive);
  if (count > MOST_ROWS) throw tooManyRows(count, MOST_ROWS);
  const workbook = await openedWorkbook(bytes);
  const sheet = workbook.getWorksheet(ENTRY_SHEET.zh) ?? workbook.getWorksheet(ENTRY_SHEET.en);
  const identity = workbook.getWorksheet(IDENTITY_SHEET);
  if (!sheet || identity?.getCell('A1').text !== TEMPLATE_MARK) throw notATemplate();
  if (identity.getCell('A2').text !== TEMPLATE_VERSION) throw oldTemplate();
  return { month: identity.getCell('A3').text, rows: rowsOf(sheet) };
}

function rowsOf(sheet: Worksheet): TemplateRow[] {
  const { row: headerRow, columns } = headersOf(sheet);
  const rows: TemplateRow[] = [];
  for (let number = headerRow + 1; number <= sheet.rowCount; number += 1) {
    const row = templateRow(sheet, number, columns);
    if (row.isFilled || row.id !== '') rows.push(row);
  }
  return rows;
}

type Key = (typeof COLUMNS)[number]['key'];
type Columns = ReadonlyMap<Key, number>;

/** Columns are found by their headers; every one has to be there, once, and no other. */
function headersOf(sheet: Worksheet): { row: number; columns: Columns } {
  for (let number = 1; number <= HEADER_WITHIN_ROWS; number += 1) {
    const cells: Cell[] = [];
    sheet.getRow(number).eachCell((cell) => cells.push(cell));
    if (!cells.some(({ text }) => columnNamed(text.trim()) === COLUMNS[0])) continue;
    const merged = cells.find(({ isMerged }) => isMerged);
    if (merged)
      throw headerUnfit(addressOf(merged), `${addressOf(merged)} 是合并单元格`, `${addressOf(merged)} is merged`);
    const columns = new Map<Key, number>();
    for (const cell of cells) {
      const header = cell.text.trim();
      const column = columnNamed(header);
      if (!column)
        throw headerUnfit(addressOf(cell), `没有“${excerpt(header)}”这一列`, `there is no column “${excerpt(header)}”`);
      if (columns.has(column.key))
        throw headerUnfit(addressOf(cell), `“${header}”出现了两次`, `“${header}” stands there twice`);
      columns.set(column.key, Number(cell.col));
    }
    const missing = COLUMNS.find(({ key }) => !columns.has(key))?.header;
    if (missing) throw headerUnfit(null, `缺少“${missing.zh}”列`, `the column “${missing.en}” is missing`);
    return { row: number, columns };
  }
  throw headerUnfit(null, '找不到表头', 'the row of headers is missing');
}

function templateRow(sheet: Worksheet, number: number, columns: Columns): TemplateRow {
  const cellOf = (key: Key): Cell => sheet.getCell(number, columns.get(key) ?? 1);
  const content: Record<string, string | boolean> = {};
  const cells: Partial<Record<Field, string>> = {};
  const problems: Problem[] = [];
  for (const column of COLUMNS) {
    if (!('field' in column)) continue;
    const cell = cellOf(column.key);
    cells[column.field] = addressOf(cell);
    const read = cellContent(cell, column.kind, addressOf(cell));
    if (read.problem) problems.push(read.problem);
    else if (read.value === null) continue;
    else if (isHidden(cell)) problems.push(hiddenCell(addressOf(cell)));
    else content[column.field] = read.value;
  }
  problems.push(...besideTheTable(sheet, number, columns));
  const printed = (key: PrintedKey | 'before') => ({ text: cellOf(key).text, address: addressOf(cellOf(key)) });
  const id = cellContent(cellOf('id'), 'text', addressOf(cellOf('id')));
  const version = cellContent(cellOf('version'), 'number', addressOf(cellOf('version')));
  return {
    row: number,
    address: `${sheet.name}!${number}`,
    id: typeof id.value === 'string' ? id.value : '',
    version: typeof version.value === 'string' ? Number(version.value) : null,
    printed: {
      sheet: printed('sheet'),
      indicator: printed('indicator'),
      target: printed('target'),
      before: printed('before'),
    },
    isFilled: problems.length > 0 || Object.keys(content).length > 0,
    content,
    problems: [...[id.problem, version.problem].flatMap((problem) => problem ?? []), ...problems],
    cells,
  };
}

/** What stands where no header is would be lost without a word. */
function besideTheTable(sheet: Worksheet, number: number, columns: Columns): Problem[] {
  const known = new Set(columns.values());
  const problems: Problem[] = [];
  sheet.getRow(number).eachCell((cell) => {
    if (known.has(Number(cell.col)) || cell.text.trim() === '') return;
    const [at, said] = [addressOf(cell), excerpt(cell.text.trim())];
    const zh = `${at} 的“${said}”不在任何一列中，请移到“备注”等列或清空。`;
    const en = `“${said}” in ${at} stands in no column of the template; move it, to the notes for example, or clear it.`;
    problems.push({ code: 'cell-beside', pointer: at, message: { zh, en } });
  });
  return problems;
}

/** By hand or by a filter: nobody sees what would be written. */
const isHidden = ({ worksheet, row, col }: Cell): boolean =>
  worksheet.getRow(Number(row)).hidden || worksheet.getColumn(Number(col)).hidden;

const hiddenCell = (pointer: string): Problem => ({
  code: 'cell-hidden',
  pointer,
  message: {
    zh: `${pointer} 在隐藏或被筛选掉的行、列中，请取消隐藏和筛选后再上传。`,
    en: `${pointer} stands in a hidden or filtered row or column; show it, then upload again.`,
  },
});

const addressOf = (cell: Cell): string => `${cell.worksheet.name}!${cell.address}`;
