import exceljs, { type DataValidation, type Worksheet } from 'exceljs';
import { entryKind } from '../../domain/entry-rules.js';
import { addMonths, type Month } from '../../domain/month.js';
import type { IndicatorMonths } from '../indicator-months.repository.js';
import {
  COLUMNS,
  ENTRY_SHEET,
  type Field,
  GRADE_WORDS,
  IDENTITY_SHEET,
  TEMPLATE_MARK,
  TEMPLATE_VERSION,
} from './columns.js';

const HEADER_ROW = 2;
const GREY = 'FFF0F0F0';
const FIELDS: Readonly<Record<ReturnType<typeof entryKind>, readonly Field[]>> = {
  value: ['value'],
  ratio: ['numerator', 'denominator'],
  grade: ['grade', 'coefficient'],
};

/** The workbook to fill in: one row for each indicator, with what was entered so far; text only, never a formula. */
export async function templateWorkbook(month: Month, indicators: readonly IndicatorMonths[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(ENTRY_SHEET, { views: [{ state: 'frozen', xSplit: 4, ySplit: HEADER_ROW }] });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.getCell('A1').value = `${month} 月度填报：白色单元格填写，灰色单元格不填；请勿使用公式或合并单元格。`;
  sheet.getRow(HEADER_ROW).values = COLUMNS.map(({ header }) => header);
  sheet.getRow(HEADER_ROW).font = { bold: true };
  indicators.forEach((indicator, place) => {
    addIndicator(sheet, HEADER_ROW + 1 + place, month, indicator);
  });
  sheet.getColumn(1).hidden = true;
  sheet.getColumn(2).hidden = true;
  const identity = workbook.addWorksheet(IDENTITY_SHEET, { state: 'hidden' });
  identity.addRows([[TEMPLATE_MARK], [TEMPLATE_VERSION], [month]]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addIndicator(sheet: Worksheet, row: number, month: Month, indicator: IndicatorMonths): void {
  const entry = indicator.entries.find((one) => one.month === month);
  const before = indicator.entries.find((one) => one.month === addMonths(month, -1));
  const shown: Record<string, string | null> = {
    编号: indicator.id,
    版本: entry ? String(entry.version) : null,
    目标表: indicator.sheet.project ?? '部门整体',
    指标: indicator.name,
    指标值: targetText(indicator),
    上月: before ? enteredText(before) : null,
  };
  COLUMNS.forEach((column, place) => {
    const cell = sheet.getCell(row, place + 1);
    if (!('field' in column)) {
      cell.value = shown[column.header] ?? null;
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
      return;
    }
    cell.value = filledIn(column.field, entry);
    cell.numFmt = column.kind === 'number' ? 'General' : '@';
    const belongs =
      column.kind === 'text' || column.kind === 'yes' || FIELDS[entryKind(indicator)].includes(column.field);
    if (!belongs) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
    else if (column.kind === 'grade') cell.dataValidation = listOf(Object.values(GRADE_WORDS));
    else if (column.kind === 'yes') cell.dataValidation = listOf(['是']);
  });
}

const listOf = (words: readonly string[]): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${words.join(',')}"`],
});

type Entry = IndicatorMonths['entries'][number];

/** Numbers as text where a spreadsheet would round them. */
function filledIn(field: Field, entry: Entry | undefined): string | number | null {
  const said = entry?.[field] ?? null;
  if (field === 'grade') return entry?.grade ? GRADE_WORDS[entry.grade] : null;
  if (typeof said === 'boolean') return said ? '是' : null;
  const isNumber = COLUMNS.some((column) => 'field' in column && column.field === field && column.kind === 'number');
  return isNumber && said !== null && said.length <= 15 ? Number(said) : said;
}

const enteredText = ({ value, numerator, denominator, grade, notApplicable }: Entry): string => {
  if (notApplicable) return '不适用';
  if (grade) return GRADE_WORDS[grade];
  return value ?? `${numerator}/${denominator}`;
};

const targetText = ({ comparator, target, targetUpper, targetText: text, unit }: IndicatorMonths): string =>
  text ?? `${comparator === 'range' ? `${target}–${targetUpper}` : `${comparator}${target}`}${unit ?? ''}`;
