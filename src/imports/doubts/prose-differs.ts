import { exact, plain } from '../../domain/exact.js';
import type { BudgetProse, Stated } from '../recognisers/budget/budget-prose.js';
import type { BudgetTables } from '../recognisers/budget/budget-tables.js';
import type { Doubt, IndicatorDraft, SheetDraft } from '../sheet-draft.js';

interface Claim {
  readonly number: string;
  readonly source: string;
  /** What the prose says, and what it is held against. */
  readonly zh: readonly [string, string];
  readonly en: readonly [string, string];
  readonly unit: string;
  readonly sheet: number | null;
}

/** The prose of a budget statement against its tables and target sheets. Amounts in 万元. */
export function proseDiffers(prose: BudgetProse, tables: BudgetTables, sheets: readonly SheetDraft[]): Doubt[] {
  return [
    ...aboutProjects(prose, tables, sheets),
    ...aboutTheWhole(prose, tables, sheets),
    ...aboutTravel(prose, tables, sheets),
  ];
}

function aboutProjects({ projects }: BudgetProse, tables: BudgetTables, sheets: readonly SheetDraft[]): Doubt[] {
  return projects.flatMap(({ name, size, allotted }) => {
    if (!size) return [];
    const at = sheets.findIndex(({ project }) => withoutBlanks(project ?? '') === withoutBlanks(name));
    const sheet = at < 0 ? null : at;
    const inTable = tables.projects.find((project) => withoutBlanks(project.name) === withoutBlanks(name))?.amount;
    const known = inTable ?? sheets[at]?.funding.total ?? null;
    // Where the allotment agrees with the table, only the size is at odds.
    const isOdd = known !== null && allotted !== null && exact(known).equals(exact(allotted.amount));
    const claim = { number: size.amount, source: size.source, unit: '万元', sheet };
    return [
      ...differing(known, {
        ...claim,
        zh: [
          `正文中“${name}”的预算安排规模`,
          inTable === undefined ? '绩效目标表的资金总额' : '项目支出表中该项目的金额',
        ],
        en: [
          `the size of “${name}” in the prose`,
          inTable === undefined ? 'the funding of its target sheet' : 'the project in the table of project spending',
        ],
      }),
      ...differing(isOdd ? null : allotted?.amount, {
        ...claim,
        zh: [`正文中“${name}”的预算安排规模`, '资金分配情况所列金额'],
        en: [`the size of “${name}” in the prose`, 'what its allotment comes to'],
      }),
    ];
  });
}

function aboutTheWhole(prose: BudgetProse, tables: BudgetTables, sheets: readonly SheetDraft[]): Doubt[] {
  const { departmentFunding, projectCount, projectFunding } = prose;
  const whole = sheets.findIndex(({ kind }) => kind === 'department');
  const projects = sheets.filter(({ kind }) => kind === 'project').length;
  return [
    ...differing(sheets[whole]?.funding.total ?? tables.income?.amount, {
      ...amountOf(departmentFunding),
      unit: '万元',
      sheet: whole < 0 ? null : whole,
      zh: ['正文中整体绩效目标涉及的金额', '部门整体绩效目标表的资金总额'],
      en: ['the funding of the department’s targets in the prose', 'that of its sheet'],
    }),
    ...differing(tables.projectTotal?.amount, {
      ...amountOf(projectFunding),
      unit: '万元',
      sheet: null,
      zh: ['正文中财政拨款项目涉及的金额', '项目支出表的合计'],
      en: ['the funding of projects in the prose', 'the total of the project table'],
    }),
    ...differing(projects === 0 ? null : String(projects), {
      ...(projectCount ?? NOT_SAID),
      unit: '个',
      sheet: null,
      zh: ['正文中的项目数', '读到的项目绩效目标表'],
      en: ['the number of projects in the prose', 'of project sheets that were read'],
    }),
  ];
}

function aboutTravel(prose: BudgetProse, tables: BudgetTables, sheets: readonly SheetDraft[]): Doubt[] {
  const found = sheets.flatMap(({ indicators }, sheet) => indicators.map((indicator) => ({ ...indicator, sheet })));
  const abroad = found.filter(({ name, target }) => /出国|出境/.test(name) && target !== null);
  const journeys = abroad.find(({ unit }) => unit === '次' || unit === '批' || unit === '批次');
  const travellers = abroad.find(({ unit }) => unit === '人次');
  const each = abroad.find(({ name, unit }) => unit === '人' && /单次|每次|每批/.test(name));
  return [
    ...differing(tables.travelAbroad?.amount, {
      ...amountOf(prose.travelAbroad),
      unit: '万元',
      sheet: null,
      zh: ['正文中的因公出国（境）费', '“三公”经费表'],
      en: ['travel abroad in the prose', 'the 三公 table'],
    }),
    ...differing(journeys?.target, {
      ...(prose.journeys ?? NOT_SAID),
      unit: '次',
      sheet: journeys?.sheet ?? null,
      zh: ['正文中的组团出国次数', `指标“${journeys?.name ?? ''}”`],
      en: ['the journeys abroad in the prose', `the indicator “${journeys?.name ?? ''}”`],
    }),
    ...differing(travellers?.target ?? product(journeys, each), {
      ...(prose.travellers ?? NOT_SAID),
      unit: '人次',
      sheet: (travellers ?? journeys)?.sheet ?? null,
      zh: ['正文中的因公出国人次', '指标所列（次数乘以单次人数）'],
      en: ['the travellers abroad in the prose', 'the indicators (journeys times people)'],
    }),
  ];
}

const NOT_SAID: Stated = { number: '', source: '' };
const amountOf = (amount: { readonly amount: string; readonly source: string } | null): Stated =>
  amount ? { number: amount.amount, source: amount.source } : NOT_SAID;
const withoutBlanks = (name: string): string => name.replace(/[\s“”"]/g, '');

function product(one: IndicatorDraft | undefined, other: IndicatorDraft | undefined): string | null {
  if (one?.target == null || other?.target == null) return null;
  return plain(exact(one.target).mul(exact(other.target)));
}

function differing(other: string | null | undefined, { number, source, zh, en, unit, sheet }: Claim): Doubt[] {
  if (number === '' || other == null || exact(number).equals(exact(other))) return [];
  const message = {
    zh: `${zh[0]}为 ${number} ${unit}（${source}），${zh[1]}为 ${other} ${unit}，两处不一致，请核对。`,
    en: `${en[0]} is ${number} (${source}), ${en[1]} ${other} (${unit}). Please check.`,
  };
  return [{ code: 'prose-differs', severity: 'warning', sheet, indicator: null, message, source }];
}
