import { exact, plain, sum } from '../../domain/exact.js';
import type { Amount, BudgetTables } from '../recognisers/budget/budget-tables.js';
import type { Doubt, SheetDraft } from '../sheet-draft.js';

/** The budget tables of the document against each other and against the sheets. Amounts in 万元. */
export function budgetMismatches(tables: BudgetTables, sheets: readonly SheetDraft[]): Doubt[] {
  return [...withinTables(tables), ...sheets.flatMap((sheet, place) => ofSheet(tables, sheet, place))];
}

function withinTables({
  income,
  expenditure,
  projects,
  projectTotal,
  projectSpending,
  carriedOver,
}: BudgetTables): Doubt[] {
  const parts = projects.length > 0 ? plain(sum(projects.map(({ amount }) => exact(amount)))) : null;
  const spending = projectTotal && plain(exact(projectTotal.amount).add(exact(carriedOver?.amount ?? '0')));
  return [
    ...differing(income, expenditure?.amount, NOWHERE, { zh: ['收入总计', '支出总计'], en: ['income', 'expenditure'] }),
    ...differing(projectTotal, parts, NOWHERE, {
      zh: ['项目支出合计', '各项目之和'],
      en: ['the total of the projects', 'the sum of the projects'],
    }),
    ...differing(projectSpending, spending, NOWHERE, {
      zh: ['支出总表的项目支出', '项目支出表合计加上年结转'],
      en: ['project spending in the table of all expenditure', 'the project table with what was carried over'],
    }),
  ];
}

function ofSheet(tables: BudgetTables, sheet: SheetDraft, place: number): Doubt[] {
  const where = { sheet: place, indicator: null };
  const { income, travelAbroad, projects } = tables;
  if (sheet.kind === 'department') {
    return differing(income, sheet.funding.total, where, {
      zh: ['收支总表的收入总计', '部门整体绩效目标表的资金总额'],
      en: ['income in the table of the whole budget', 'the funding of the department’s sheet'],
    });
  }
  const project = projects.find(({ name }) => withoutBlanks(name) === withoutBlanks(sheet.project ?? ''));
  const funding = differing(project ?? null, sheet.funding.total, where, {
    zh: ['项目支出表中该项目的金额', '绩效目标表的资金总额'],
    en: ['the project in the table of project spending', 'the funding of its target sheet'],
  });
  return [...funding, ...aboveTravelCeiling(travelAbroad, sheet, place)];
}

/** A ceiling for journeys abroad cannot be above what the 三公 table allows. */
function aboveTravelCeiling(allowed: Amount | null, { indicators }: SheetDraft, place: number): Doubt[] {
  return indicators.flatMap(({ name, unit, target, source }, indicator) => {
    const isTravel = /出国|出境/.test(name) && unit === '万元' && target !== null;
    if (!allowed || !isTravel || !exact(target).gt(exact(allowed.amount))) return [];
    return differing(
      allowed,
      target,
      { sheet: place, indicator, source },
      {
        zh: ['“三公”经费表的因公出国（境）费', `指标“${name}”的上限`],
        en: ['travel abroad in the 三公 table', `the ceiling of “${name}”`],
      },
    );
  });
}

type Where = Pick<Doubt, 'sheet' | 'indicator'> & { readonly source?: string };
const NOWHERE: Where = { sheet: null, indicator: null };
const withoutBlanks = (name: string): string => name.replace(/\s/g, '');

function differing(
  printed: Amount | null,
  other: string | null | undefined,
  { sheet, indicator, source }: Where,
  { zh, en }: { readonly zh: readonly [string, string]; readonly en: readonly [string, string] },
): Doubt[] {
  if (!printed || other == null || exact(printed.amount).equals(exact(other))) return [];
  const message = {
    zh: `${zh[0]}为 ${printed.amount} 万元（${printed.source}），${zh[1]}为 ${other} 万元，两处不一致，请核对。`,
    en: `${en[0]} is ${printed.amount} (${printed.source}), ${en[1]} is ${other} (10,000 yuan). Please check.`,
  };
  return [
    { code: 'funding-mismatch', severity: 'warning', sheet, indicator, message, source: source ?? printed.source },
  ];
}
