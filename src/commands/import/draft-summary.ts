import type { Language } from '../../domain/domain-error.js';
import type { Doubt, ImportDraft, SheetDraft } from '../../imports/sheet-draft.js';
import { table } from '../console-output.js';

const SEVERITY = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'note' },
} as const;

const HEADS = {
  zh: {
    sheets: ['序号', '类型', '名称', '年度', '指标', '权重', '资金（万元）'],
    doubts: ['级别', '表', '指标', '疑点', '出处'],
  },
  en: {
    sheets: ['no.', 'kind', 'name', 'year', 'indicators', 'weight', 'funds (10,000)'],
    doubts: ['', 'sheet', 'row', 'doubt', 'source'],
  },
} as const;

/** What was found in a document, and what a person should look at, for the terminal. */
export function draftSummary({ document, sheets, doubts }: ImportDraft, language: Language): string {
  const indicators = sheets.reduce((count, sheet) => count + sheet.indicators.length, 0);
  const found =
    language === 'zh'
      ? `《${document.title}》：${sheets.length} 张指标表，${indicators} 项指标，${doubts.length} 处疑点`
      : `“${document.title}”: ${sheets.length} sheets, ${indicators} indicators, ${doubts.length} doubts`;
  const sheetTable = table(
    HEADS[language].sheets,
    sheets.map((sheet, index) => sheetRow(sheet, index, language)),
    [null, null, 36],
  );
  const doubtTable = table(
    HEADS[language].doubts,
    doubts.map((doubt) => doubtRow(doubt, language)),
    [8, 4, 4, 76, 8],
  );
  return [found, sheetTable, ...(doubts.length > 0 ? [doubtTable] : [])].join('\n');
}

function sheetRow(
  { kind, project, department, fiscalYear, indicators, weightTotal, funding }: SheetDraft,
  index: number,
  language: Language,
): string[] {
  const kinds =
    language === 'zh' ? { department: '部门整体', project: '项目' } : { department: 'department', project: 'project' };
  const name = project ?? department ?? '—';
  return [
    `${index}`,
    kinds[kind],
    name,
    `${fiscalYear ?? '—'}`,
    `${indicators.length}`,
    weightTotal,
    funding.total ?? '—',
  ];
}

function doubtRow({ severity, sheet, indicator, message, source }: Doubt, language: Language): string[] {
  return [SEVERITY[language][severity], `${sheet ?? ''}`, `${indicator ?? ''}`, message[language], source ?? ''];
}
