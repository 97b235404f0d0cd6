import fc from 'fast-check';
import { COLUMN_WORDS, type ColumnRole } from '../../../src/imports/recognisers/vocabulary/column-words.js';
import { HEAD_WORDS, type HeadRole } from '../../../src/imports/recognisers/vocabulary/head-words.js';
import { MONEY_ROW_WORDS } from '../../../src/imports/recognisers/vocabulary/money-words.js';
import { labelsOf, type Wording } from '../../../src/imports/recognisers/vocabulary/wording.js';
import type { Layout } from './layout.js';

/** Heads and labels that no vocabulary has. */
const OUTSIDE =
  '朱批 勾稽栏 口径 内部代号 甲栏 乙栏 栏目五 去向 摘录 经手 事由 盘子 台本 实达 打算 做到哪 比照 计量口 占分 Q1 item GS 档次 标记 来路'.split(
    ' ',
  );
const TITLES = [
  '项目支出绩效目标表',
  '绩效目标申报表',
  '{year}年项目支出绩效自评表',
  '项目绩效目标批复表',
  '{year}年度专项资金绩效目标表',
  '预算项目情况一览',
  '附表三',
  '{year}年批复事项',
];
/** A column of a layout: what stands in it, and the role whose words its head takes. */
type Column = readonly [field: string, role: ColumnRole];
const OPTIONAL: readonly Column[] = [
  ['level1', 'level1'],
  ['level2', 'level2'],
  ['weight', 'weight'],
  ['actual', 'actual'],
  ['score', 'score'],
  ['rule', 'rule'],
  ['basis', 'basis'],
  ['evidence', 'evidence'],
  ['previous', 'previous'],
];
const TARGETS: readonly (readonly Column[])[] = [
  [['target', 'target']],
  [
    ['sign', 'comparator'],
    ['value', 'target'],
    ['unit', 'unit'],
  ],
];

const wordsOf = (wordings: readonly Wording[]): string[] => wordings.flatMap(labelsOf);
const outside = fc.constantFrom(...OUTSIDE);
/** Of ten heads, about this many are from outside the vocabulary. */
const UNKNOWN = 2;
const head = (wordings: readonly Wording[]) =>
  fc.oneof(
    { weight: 10 - UNKNOWN, arbitrary: fc.constantFrom(...wordsOf(wordings)) },
    { weight: UNKNOWN, arbitrary: outside },
  );

const columns: fc.Arbitrary<string[][]> = fc
  .tuple(fc.constantFrom(...TARGETS), fc.subarray([...OPTIONAL], { minLength: 1 }))
  .chain(([targets, others]) => {
    const all: Column[] = [['name', 'name'], ...targets, ...others];
    return fc.shuffledSubarray(all, { minLength: all.length });
  })
  .chain((all) => fc.tuple(...all.map(([field, role]) => head(COLUMN_WORDS[role]).map((text) => [field, text]))))
  .filter((all) => new Set(all.map(([, text]) => text)).size === all.length);

const labelled = (role: HeadRole, value: string) => head(HEAD_WORDS[role]).map((label) => `| ${label} | ${value} |`);
const headRows = fc
  .tuple(
    labelled('department', '{department}'),
    labelled('project', '{project}'),
    labelled('goal', '{goal}'),
    head(MONEY_ROW_WORDS.total).map((label) => `| ${label} | {total} |`),
  )
  .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }));

/** What stands behind heads: marks of footnotes, units, explanations. */
const BEHIND = ['', '', '①', '*', '[2]', '（必填）', '（满分100分）', '⏎（包含数字及文字描述）'];
const marked = (cells: readonly string[][]) =>
  fc
    .tuple(...cells.map(() => fc.constantFrom(...BEHIND)))
    .map((marks) => cells.map(([field = '', text = ''], place) => [field, `${text}${marks[place] ?? ''}`]));

type Table = (cells: readonly (readonly string[])[]) => string[];
const printed = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
const headsOf = (cells: readonly (readonly string[])[]): string[] => cells.map(([, text = '']) => text);
const fieldsOf = (cells: readonly (readonly string[])[]): string[] => cells.map(([field = '']) => `[${field}]`);

/** How the columns are laid out: as a rule below their heads. */
const TABLES: Readonly<Record<string, Table>> = {
  random: (cells) => [printed(headsOf(cells)), printed(fieldsOf(cells))],
  beside: (cells) => [printed([...headsOf(cells), ...headsOf(cells)]), `${printed(fieldsOf(cells))} beside`],
  turned: (cells) => cells.map(([field = '', text = '']) => `| ${text} | [${field}] | turned`),
  headless: (cells) => [printed(fieldsOf(cells))],
  'another year': (cells) => [
    printed(cells.map(([field, text = '']) => (field === 'target' ? `{year+1}年${text}` : text))),
    printed(fieldsOf(cells)),
  ],
  'points of levels': (cells) => [
    printed(['一级指标', '权重', '二级指标', '权重', ...headsOf(withoutLevels(cells)), '权重']),
    printed(['[level1]', '[weight1]', '[level2]', '[weight2]', ...fieldsOf(withoutLevels(cells)), '[weight]']),
  ],
};
const OF_LEVELS = ['level1', 'level2', 'weight'];
const withoutLevels = (cells: readonly (readonly string[])[]) =>
  cells.filter(([field = '']) => !OF_LEVELS.includes(field));

/** Of ten tables, about so many have their heads above columns of their own. */
const PLAIN = 5;
const kinds = fc.oneof(
  { weight: PLAIN, arbitrary: fc.constant('random') },
  { weight: 10 - PLAIN, arbitrary: fc.constantFrom(...Object.keys(TABLES)) },
);

/** A sheet with any title, labels and columns of the vocabulary and from outside it, in any order and many a layout. */
export const randomLayout: fc.Arbitrary<Layout> = fc
  .tuple(fc.constantFrom(...TITLES), headRows, columns.chain(marked), kinds)
  .map(([title, rows, cells, kind]) => ({
    kind,
    name: title,
    lines: [title, '（{year}年度）', ...rows, ...(TABLES[kind]?.(cells) ?? [])],
  }));
