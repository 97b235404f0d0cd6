import ExcelJS from 'exceljs';
import { textCell } from '../../common/documents/text-cell.js';
import { type PlacedCell, placeCells, rowsOf } from '../model/layout.js';
import type { Band, CellKind, Part, ReportDocument, Row } from '../model/report-document.js';
import { OFFICE_FONT } from './fonts.js';
import { heightsOf, MAX_HEIGHT } from './row-heights.js';
import { repacked } from './repacked.js';

/** Letters of 10 point that an A4 page holds between its margins. */
const PAGE_LETTERS = { portrait: 92, landscape: 138 };
const A4 = 9;
const MARGINS = { left: 0.5, right: 0.5, top: 0.8, bottom: 0.7, header: 0.25, footer: 0.3 };
const FONT = { name: OFFICE_FONT, size: 10 };
const THIN = { style: 'thin' as const };
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const ALIGNMENT = { label: 'center', mark: 'center', number: 'right', text: 'left' } as const;
const SHEET_NAME_LENGTH = 31;
/** Excel keeps 15 digits of a number; one with more stays text. */
const MOST_DIGITS = 15;
const DECIMAL = /^-?\d+(?:\.(\d+))?$/;

/** The report as a workbook, one worksheet for each part. */
export async function writeXlsx(document: ReportDocument): Promise<Buffer> {
  const { title, issuedAt, parts } = document;
  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, {
    title,
    creator: 'Jixiao',
    lastModifiedBy: 'Jixiao',
    created: issuedAt,
    modified: issuedAt,
  });
  for (const part of parts) addWorksheet(workbook, part, document);
  return repacked(new Uint8Array(await workbook.xlsx.writeBuffer()), issuedAt);
}

function addWorksheet(workbook: ExcelJS.Workbook, part: Part, document: ReportDocument): void {
  const { orientation, watermark, title, subtitle, notes, signatures, issue } = document;
  const sheet = workbook.addWorksheet(part.name.replace(/[*?:\\/[\]]/g, ' ').slice(0, SHEET_NAME_LENGTH), {
    pageSetup: {
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
    },
    headerFooter: {
      oddHeader: watermark ? `&C&28&KB0B0B0${watermark}` : '',
      oddFooter: `&L&8${issue.replaceAll('&', '&&')}&R&8&P / &N`,
    },
  });
  const shares = part.columns.reduce((sum, share) => sum + share, 0);
  const widths = part.columns.map((share) => (share / shares) * PAGE_LETTERS[orientation]);
  // The library's list of paper sizes is there for the compiler only.
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  sheet.columns = widths.map((width) => ({ width }));
  const heading = document.parts.length > 1 ? [part.name] : [];
  let next = 1;
  for (const [place, line] of [title, subtitle, ...heading].entries()) {
    next = addLine(sheet, next, line, widths, { bold: place !== 1, size: place === 0 ? 16 : 10 }, 'center');
  }
  for (const band of part.bands) {
    repeatHead(sheet, band, next);
    next = addBand(sheet, next, rowsOf(band), widths);
  }
  if (part !== document.parts.at(-1)) return;
  for (const note of notes) next = addLine(sheet, next, note, widths, { size: 9 }, 'left');
  if (signatures.length > 0) {
    addLine(sheet, next + 1, signatures.map((words) => `${words}：${'\u3000'.repeat(6)}`).join(''), widths, {}, 'left');
  }
}

/** A line across all columns. @returns the row after it */
function addLine(
  sheet: ExcelJS.Worksheet,
  row: number,
  text: string,
  widths: readonly number[],
  font: Partial<ExcelJS.Font>,
  horizontal: 'center' | 'left',
): number {
  const cell = sheet.getCell(row, 1);
  Object.assign(cell, textCell(text));
  cell.font = { ...FONT, ...font };
  cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
  sheet.mergeCells(row, 1, row, widths.length);
  const [height] = heightsOf(
    [{ cell: { text, kind: 'text' }, row: 0, column: 0, across: widths.length, down: 1 }],
    1,
    widths,
  );
  sheet.getRow(row).height = Math.max(height ?? 0, (font.size ?? FONT.size) * 1.6);
  return row + 1;
}

/** A row that would be higher than Excel allows is made of several, merged. @returns the row after the band */
function addBand(sheet: ExcelJS.Worksheet, first: number, rows: readonly Row[], widths: readonly number[]): number {
  const placed = placeCells(rows, widths.length);
  const starts = [first];
  for (const height of heightsOf(placed, rows.length, widths)) {
    const start = starts.at(-1) ?? first;
    const pieces = Math.ceil(height / MAX_HEIGHT);
    for (let piece = 0; piece < pieces; piece += 1) sheet.getRow(start + piece).height = height / pieces;
    starts.push(start + pieces);
  }
  for (const cell of placed) addCell(sheet, cell, starts);
  return starts.at(-1) ?? first;
}

function addCell(
  sheet: ExcelJS.Worksheet,
  { cell, row, column, across, down }: PlacedCell,
  starts: readonly number[],
): void {
  const [top, bottom] = [starts[row] ?? 0, (starts[row + down] ?? 0) - 1];
  const target = sheet.getCell(top, column + 1);
  Object.assign(target, valueOf(cell));
  target.style = { ...target.style, ...appearance(cell.kind) };
  for (let line = top; line <= bottom; line += 1) {
    for (let beside = column; beside < column + across; beside += 1) sheet.getCell(line, beside + 1).border = BORDER;
  }
  if (across > 1 || bottom > top) sheet.mergeCells(top, column + 1, bottom, column + across);
}

function valueOf({ text, kind }: PlacedCell['cell']): Pick<ExcelJS.Cell, 'value' | 'numFmt'> {
  const [, decimals = ''] = DECIMAL.exec(text) ?? [];
  const isNumber = kind === 'number' && DECIMAL.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
  if (!isNumber) return textCell(text);
  return { value: Number(text), numFmt: decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}` };
}

const appearance = (kind: CellKind): Partial<ExcelJS.Style> => ({
  font: { ...FONT, bold: kind === 'label' },
  alignment: { horizontal: ALIGNMENT[kind], vertical: 'middle', wrapText: true },
  border: BORDER,
  ...(kind === 'label' && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } }),
});

/** Excel repeats one head only: the last one, of the table that runs over pages. */
function repeatHead(sheet: ExcelJS.Worksheet, { head }: Band, first: number): void {
  if (head.length > 0) sheet.pageSetup.printTitlesRow = `${first}:${first + head.length - 1}`;
}
