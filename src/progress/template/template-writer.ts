import exceljs, { type Cell, type DataValidation, type Worksheet } from 'exceljs';
import { textCell } from '../../common/documents/text-cell.js';
import type { Language, Message } from '../../domain/domain-error.js';
import { entryKind } from '../../domain/entries/entry-rules.js';
import type { Month } from '../../domain/calendar/month.js';
import type { IndicatorYear } from '../entries/indicator-months.repository.js';
import {
  COLUMNS,
  ENTRY_SHEET,
  type Field,
  GRADE_WORDS,
  IDENTITY_SHEET,
  TEMPLATE_MARK,
  TEMPLATE_VERSION,
  YES,
} from './columns.js';
import { entryOf, type TemplateSubject } from './template-subjects.js';

const HEADER_ROW = 2;
/** What is typed into such a cell becomes a day, and shows as one, in every spreadsheet. */
const DAY_FORMAT = 'yyyy-mm-dd';
const GREY = 'FFF0F0F0';
const FIELDS: Readonly<Record<ReturnType<typeof entryKind>, readonly Field[]>> = {
  value: ['value'],
  ratio: ['numerator', 'denominator'],
  grade: ['grade', 'coefficient'],
  date: ['completedOn'],
};

const noteOf = (month: Month): Message => ({
  zh: `${month} 月度填报：白色单元格填写，灰色单元格不填；请勿使用公式或合并单元格。数字最多 6 位小数，文字最多 2000 字。日期如 2026-09-30。共用数据只填一行，计入列出的各张表。排序请选中全部列。`,
  en: `Entry for ${month}: fill in the white cells, leave the grey ones; no formulas, no merged cells. Numbers have at most 6 decimals, texts at most 2,000 characters. Days are written 2026-09-30. A shared measure has one row for all the sheets that it feeds. Sort all columns together.`,
});

/** The workbook to fill in: one row for each indicator or shared measure, with what was entered so far; text only, never a formula. */
export async function templateWorkbook(
  month: Month,
  subjects: readonly TemplateSubject[],
  language: Language,
): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(ENTRY_SHEET[language], {
    views: [{ state: 'frozen', xSplit: 4, ySplit: HEADER_ROW }],
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.getCell('C1').value = noteOf(month)[language];
  sheet.getRow(HEADER_ROW).values = COLUMNS.map(({ header }) => header[language]);
  sheet.getRow(HEADER_ROW).font = { bold: true };
  subjects.forEach((subject, index) => {
    addRow(sheet, HEADER_ROW + 1 + index, month, subject, language);
  });
  sheet.getColumn(1).hidden = true;
  sheet.getColumn(2).hidden = true;
  const identity = workbook.addWorksheet(IDENTITY_SHEET, { state: 'hidden' });
  identity.addRows([[TEMPLATE_MARK], [TEMPLATE_VERSION], [month]]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addRow(
  sheet: Worksheet,
  row: number,
  month: Month,
  { id, version, indicators, printed, before }: TemplateSubject,
  language: Language,
): void {
  const [indicator] = indicators;
  const entry = entryOf(indicator, month);
  const shown: Record<string, string | null> = {
    id,
    version: version === null ? null : String(version),
    sheet: printed.sheet[language],
    indicator: printed.indicator[language],
    target: printed.target[language],
    before: before?.[language] ?? null,
  };
  COLUMNS.forEach((column, index) => {
    const cell = sheet.getCell(row, index + 1);
    if (!('field' in column)) {
      Object.assign(cell, textCell(shown[column.key] ?? null));
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
      return;
    }
    Object.assign(cell, filledIn(column, entry, language));
    const belongs =
      column.kind === 'text' || column.kind === 'yes' || FIELDS[entryKind(indicator)].includes(column.field);
    if (!belongs) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: GREY } };
    else if (column.kind === 'grade')
      cell.dataValidation = listOf(Object.values(GRADE_WORDS).map((word) => word[language]));
    else if (column.kind === 'yes') cell.dataValidation = listOf([YES[language]]);
    else if (column.kind === 'date') cell.numFmt = DAY_FORMAT;
  });
}

const listOf = (words: readonly string[]): DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${words.join(',')}"`],
});

type Entry = IndicatorYear['entries'][number];
type FilledColumn = Extract<(typeof COLUMNS)[number], { field: Field }>;

/** Numbers as text where a spreadsheet would round them. */
function filledIn({ field, kind }: FilledColumn, entry: Entry | undefined, language: Language): Pick<Cell, 'value'> {
  if (field === 'grade') return textCell(entry?.grade ? GRADE_WORDS[entry.grade][language] : null);
  if (field === 'notApplicable') return textCell(entry?.notApplicable ? YES[language] : null);
  const said = entry?.[field] ?? null;
  if (kind === 'date') return { value: said === null ? null : new Date(`${said}T00:00:00Z`) };
  if (kind !== 'number' || (said !== null && said.length > 15)) return textCell(said);
  return { value: said === null ? null : Number(said) };
}
