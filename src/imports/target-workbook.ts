import exceljs, { type Worksheet } from 'exceljs';
import { exact, ZERO } from '../domain/exact.js';
import { textCell } from '../common/documents/text-cell.js';
import type { Indicator } from '../targets/indicators/indicator.entity.js';
import type { WholeSheet } from '../targets/sheets/target-sheet.entity.js';
import { AGGREGATIONS, traitsOf } from '../domain/aggregation.js';
import { targetAsPrinted } from './target-as-printed.js';

/** The labels are those of the published forms, in every language: the importer reads them back. */
const COLUMNS = [
  ['一级指标', 14],
  ['二级指标', 16],
  ['三级指标', 36],
  ['指标值', 16],
  ['指标值设置依据', 18],
  ['上年完成值', 14],
  ['分值权重', 10],
  ['指标赋分规则', 20],
  ['佐证资料', 16],
  ['汇总方式', 22],
] as const;
const RULE_WORDS = { proportional: '按照完成比例赋分', direct: '直接赋分', graded: '按评判等级赋分' } as const;
/** Rows to fill in of the empty workbook; those that stay empty are passed over. */
const EMPTY_ROWS = 30;

/** A target sheet as a workbook that the importer reads back without a difference. */
export async function targetWorkbook(sheet: WholeSheet): Promise<Buffer> {
  const title = `${sheet.fiscalYear}年${TITLES[sheet.kind]}`;
  const rows = sheet.indicators.filter(({ weight }) => !exact(weight).equals(ZERO)).map(rowOf);
  const execution =
    sheet.executionWeight === null
      ? []
      : [['预算执行率', null, null, null, null, null, sheet.executionWeight, null, null, null]];
  return written([
    { name: sheet.kind === 'department' ? '部门整体' : '项目', title, head: headOf(sheet), rows, execution },
  ]);
}

/** One sheet of each kind to fill in. */
export async function emptyTargetWorkbook(fiscalYear: number): Promise<Buffer> {
  const empty = Array.from({ length: EMPTY_ROWS }, () => COLUMNS.map(() => null));
  return written(
    (['department', 'project'] as const).map((kind) => ({
      name: kind === 'department' ? '部门整体' : '项目',
      title: `${fiscalYear}年${TITLES[kind]}`,
      head: headOf({ kind }),
      rows: empty,
      execution: [],
    })),
  );
}

const TITLES = { department: '部门整体支出绩效目标表', project: '项目支出绩效目标表' } as const;

type Row = readonly (string | null)[];
interface Page {
  readonly name: string;
  readonly title: string;
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
  readonly execution: readonly Row[];
}

function headOf(sheet: Partial<WholeSheet> & Pick<WholeSheet, 'kind'>): Row[] {
  const goals = sheet.goals?.map(({ text }, place) => (sheet.goals?.length === 1 ? text : `${place + 1}、${text}`));
  return [
    ['部门名称', sheet.department?.name ?? null],
    ...(sheet.kind === 'project' ? [['项目名称', sheet.project ?? null]] : []),
    ['负责人', sheet.responsibleName ?? null],
    ['联系电话', sheet.responsiblePhone ?? null],
    ['年度预算总额（万元）', sheet.fundingTotal ?? null],
    ['其中：财政拨款', sheet.fundingFiscal ?? null],
    ['上年结转资金', sheet.fundingCarriedOver ?? null],
    ['其他资金', sheet.fundingOther ?? null],
    ['年度绩效目标', goals?.join('\n') ?? null],
  ];
}

function rowOf(indicator: Indicator): Row {
  const { level1, level2, name, basis, previous, weight, rule, ruleRaw, evidenceKind, aggregation, per } = indicator;
  const shownAggregation = aggregation && per === null ? traitsOf(aggregation).words.zh : null;
  const shownRule = rule ? RULE_WORDS[rule] : ruleRaw;
  return [
    level1,
    level2,
    name,
    targetOf(indicator),
    basis,
    previous,
    weight,
    shownRule,
    evidenceKind,
    shownAggregation,
  ];
}

/** As it holds now: a revision may have moved it away from what was printed. */
const targetOf = ({ targetText, target, targetDate, ...indicator }: Indicator): string =>
  targetAsPrinted({ ...indicator, target: targetText ?? targetDate ?? target });

async function written(pages: readonly Page[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const page of pages) addPage(workbook.addWorksheet(page.name), page);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addPage(worksheet: Worksheet, { title, head, rows, execution }: Page): void {
  worksheet.columns = COLUMNS.map(([, width]) => ({ width }));
  addRow(worksheet, [title]).font = { bold: true, size: 14 };
  for (const row of head) addRow(worksheet, row);
  addRow(
    worksheet,
    COLUMNS.map(([label]) => label),
  ).font = { bold: true };
  const first = worksheet.rowCount + 1;
  for (const row of [...rows, ...execution]) addRow(worksheet, row);
  const words = (column: number, list: readonly string[]) => {
    for (let row = first; row < first + rows.length; row += 1) {
      const formulae = [`"${list.join(',')}"`];
      worksheet.getCell(row, column).dataValidation = { type: 'list', allowBlank: true, formulae };
    }
  };
  words(8, Object.values(RULE_WORDS));
  words(
    10,
    AGGREGATIONS.map((one) => traitsOf(one).words.zh),
  );
}

function addRow(worksheet: Worksheet, texts: Row) {
  const row = worksheet.addRow([]);
  for (const [column, text] of texts.entries()) {
    const cell = row.getCell(column + 1);
    Object.assign(cell, textCell(text));
    cell.alignment = { wrapText: true, vertical: 'middle' };
  }
  return row;
}
