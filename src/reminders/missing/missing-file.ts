import Papa from 'papaparse';
import { textCell } from '../../common/documents/text-cell.js';
import type { Language, Message } from '../../domain/domain-error.js';
import type { MissingEntry } from './missing-entries.service.js';

interface Column {
  readonly header: Message;
  readonly width: number;
  readonly text: (entry: MissingEntry, language: Language) => string | number;
}

const STATES: Readonly<Record<MissingEntry['state'], Message>> = {
  missing: { zh: '未填报', en: 'not entered' },
  draft: { zh: '草稿，未提交', en: 'draft, not submitted' },
  returned: { zh: '已退回，未重报', en: 'returned, not submitted again' },
};
const WHOLE: Message = { zh: '部门整体绩效目标', en: 'Targets of the whole department' };
const NOBODY: Message = { zh: '没有能收到提醒的人', en: 'nobody can be reminded' };

const COLUMNS: readonly Column[] = [
  { header: { zh: '部门', en: 'Department' }, width: 26, text: ({ department }) => department },
  { header: { zh: '月份', en: 'Month' }, width: 10, text: ({ month }) => month },
  { header: { zh: '指标', en: 'Indicator' }, width: 36, text: ({ indicator }) => indicator },
  {
    header: { zh: '目标表', en: 'Target sheet' },
    width: 26,
    text: ({ project }, language) => project ?? WHOLE[language],
  },
  { header: { zh: '股室', en: 'Section' }, width: 16, text: ({ section }) => section ?? '' },
  { header: { zh: '状态', en: 'State' }, width: 16, text: ({ state }, language) => STATES[state][language] },
  { header: { zh: '截止', en: 'Due' }, width: 12, text: ({ dueDate }) => dueDate },
  { header: { zh: '逾期天数', en: 'Days overdue' }, width: 12, text: ({ overdueDays }) => Math.max(0, overdueDays) },
  {
    header: { zh: '填报人', en: 'Reporters' },
    width: 16,
    text: ({ people }, language) => people.map(({ name }) => name).join('、') || NOBODY[language],
  },
  {
    header: { zh: '电话', en: 'Phone' },
    width: 18,
    text: ({ people }) => people.flatMap(({ phone }) => phone ?? []).join('、'),
  },
];

/** Without it a spreadsheet program takes UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Nothing in it is a formula, whatever people have written. */
export function missingCsv(entries: readonly MissingEntry[], language: Language): Buffer {
  const rows = [COLUMNS.map(({ header }) => header[language]), ...entries.map((entry) => cells(entry, language))];
  return Buffer.from(BYTE_ORDER_MARK + Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' }) + '\r\n');
}

export async function missingWorkbook(entries: readonly MissingEntry[], language: Language): Promise<Buffer> {
  // Loaded when it is needed, as the library of workbooks is in TemplateService.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(language === 'zh' ? '欠报清单' : 'Missing', {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = COLUMNS.map(({ width }) => ({ width }));
  sheet.getRow(1).values = COLUMNS.map(({ header }) => header[language]);
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: 'A1', to: { row: 1, column: COLUMNS.length } };
  entries.forEach((entry, row) => {
    cells(entry, language).forEach((cell, column) => {
      const content = typeof cell === 'number' ? { value: cell } : textCell(cell);
      Object.assign(sheet.getCell(row + 2, column + 1), content);
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const cells = (entry: MissingEntry, language: Language) => COLUMNS.map(({ text }) => text(entry, language));
