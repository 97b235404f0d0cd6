import fc from 'fast-check';
import type { DomainError } from '../../src/domain/domain-error.js';
import type { Comparator } from '../../src/domain/indicator.js';
import type { DoubtCode } from '../../src/imports/doubts/doubt-code.js';
import { importDocument } from '../../src/imports/import-document.js';
import type { IndicatorDraft } from '../../src/imports/sheet-draft.js';
import type { PrintedBlock } from '../support/documents/printed-document.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderHtml } from '../support/documents/render-html.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { renderPipes, renderText } from '../support/documents/render-text.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';

const RENDERERS: Readonly<Record<string, (blocks: readonly PrintedBlock[]) => Buffer | Promise<Buffer>>> = {
  text: renderText,
  pipes: renderPipes,
  html: renderHtml,
  docx: renderDocx,
  xlsx: renderXlsx,
  'ruled pdf': (blocks) => renderPdf(blocks),
  'unruled pdf': (blocks) => renderPdf(blocks, { ruled: false }),
};
const RUNS = Number(process.env.FUZZ_RUNS ?? 10);

interface Row {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly sign: string;
  readonly number: string;
  readonly unit: string;
  readonly weight: string;
}

const letters = fc.constantFrom(...'保障完成提升服务培训检查报告会议文件档案网络线路学员群众设备维修');
const name = fc.array(letters, { minLength: 3, maxLength: 16 }).map((parts) => parts.join(''));
const row: fc.Arbitrary<Row> = fc.record({
  level1: fc.constantFrom('产出指标', '成本指标', '效益指标', '满意度指标'),
  level2: fc.constantFrom('数量指标', '质量指标', '时效指标', '经济成本指标', '社会效益指标'),
  name,
  sign: fc.constantFrom('≥', '<=', '=', '＞', '不少于', '大于等于'),
  number: fc.oneof(
    fc.integer({ min: 1, max: 99_999 }).map(String),
    fc.constantFrom('22.5', '1,314.40', '0.5', '127.98'),
  ),
  unit: fc.constantFrom('次', '%', '万元', '人次', '篇/月', '个', '小时内', ''),
  weight: fc.constantFrom('1', '2.5', '10', '15', '22.5'),
});
/** Columns that a template may have beside the needed ones, and whether sign, number and unit have their own. */
const layout = fc.record({
  rows: fc.uniqueArray(row, { minLength: 1, maxLength: 25, selector: (one) => one.name }),
  extra: fc.subarray(['指标值设置依据', '上年完成值', '佐证资料']),
  apart: fc.boolean(),
  merged: fc.boolean(),
  breakAfter: fc.option(fc.integer({ min: 1, max: 24 })),
  headRepeated: fc.boolean(),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function printed({ rows, extra, apart, merged, breakAfter, headRepeated }: Layout): PrintedBlock[] {
  const header = [
    '一级指标',
    '二级指标',
    '三级指标',
    ...(apart ? ['指标性质', '指标值', '度量单位'] : ['指标值']),
    ...extra,
    '权重',
  ];
  const body = rows.map(({ level1, level2, name: named, sign, number, unit, weight }, index) => {
    const above = merged && index !== breakAfter ? rows[index - 1] : undefined;
    const same1 = above?.level1 === level1;
    const levels = [same1 ? '^' : level1, same1 && above.level2 === level2 ? '^' : level2];
    const value = apart ? [sign, number, unit || '/'] : [`${sign}${number}${unit}`];
    return [...levels, named, ...value, ...extra.map(() => '计划标准'), weight];
  });
  const title = [
    '2031年项目支出绩效目标表',
    [
      ['项目名称', '模糊测试'],
      ['预算单位', '某县某局'],
    ],
  ] as const;
  if (breakAfter === null || breakAfter >= body.length) return [...title, [header, ...body]];
  const rest = body.slice(breakAfter);
  return [...title, [header, ...body.slice(0, breakAfter)], '- 7 -', headRepeated ? [header, ...rest] : rest];
}

/** Doubts about every row; any other must be about the very row that was read wrongly. */
const OF_THE_WHOLE_TABLE = new Set<DoubtCode>(['layout-guessed', 'head-incomplete', 'rows-suspected-missing']);

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '≥': '>=',
  '<=': '<=',
  '=': '=',
  '＞': '>',
  不少于: '>=',
  大于等于: '>=',
};

const isRead = (printedRow: Row, found: IndicatorDraft | undefined): boolean =>
  found?.level1 === printedRow.level1 &&
  found.level2 === printedRow.level2 &&
  found.name === printedRow.name &&
  found.comparator === COMPARATORS[printedRow.sign] &&
  found.target === printedRow.number.replace(',', '') &&
  `${found.unit ?? ''}${found.per ? '/月' : ''}` === printedRow.unit.replace('内', '') &&
  found.weight === printedRow.weight;

describe('tables of random layout', () => {
  it.each(Object.entries(RENDERERS))(
    'as %s are read right, or doubted where they are not',
    async (format, render) => {
      await fc.assert(
        fc.asyncProperty(layout, async (given) => {
          // A table without lines may be too narrow to be told apart: then the document is refused, and not read wrongly.
          const draft = await importDocument(await render(printed(given)), 'file').catch((error: unknown) => {
            if ((error as DomainError).code === 'no-sheets' && format === 'unruled pdf') return null;
            throw error;
          });
          if (!draft) return;
          const { sheets, doubts } = draft;
          const read = sheets[0]?.indicators ?? [];
          if (doubts.some(({ code }) => OF_THE_WHOLE_TABLE.has(code))) return;
          const isTold = (index: number) =>
            doubts.some(({ indicator, severity }) => indicator === index && severity !== 'info');
          const wrong = given.rows.filter((row, index) => !isRead(row, read[index]) && !isTold(index));
          expect(wrong).toEqual([]);
          expect(read).toHaveLength(given.rows.length);
        }),
        { numRuns: RUNS },
      );
    },
    120_000,
  );
});
