import { numberedGoals } from '../../recognisers/head/numbered-goals.js';
import type { SheetFields } from '../repair.js';
import type { RepairableSheet } from './repairable-draft.js';
import { rowsOfYear } from './rows-of-year.js';
import { checkAmounts, checkLengths, saidFields } from './said-fields.js';

const AMOUNTS = [
  'executionWeight',
  'fundingTotal',
  'fundingFiscal',
  'fundingOther',
  'fundingCarriedOver',
  'fundingSpent',
  'publishedTotal',
  'publishedExecutionRate',
  'publishedExecutionScore',
] as const;
const LONGEST: Partial<Record<keyof SheetFields, number>> = {
  ...{ department: 200, project: 200, responsibleName: 100, responsiblePhone: 50, goal: 20_000, waiver: 1000 },
};

/** A sheet with what a person says about its head. @throws DomainError with a pointer below `/fields` */
export function editedSheet(sheet: RepairableSheet, given: SheetFields): RepairableSheet {
  const fields = withoutBlanks(given);
  checkLengths(fields, LONGEST);
  checkAmounts(fields, AMOUNTS);
  const { responsibleName, responsiblePhone, goal, goals } = fields;
  const { fundingTotal, fundingFiscal, fundingOther, fundingCarriedOver, fundingSpent, fundingSources } = fields;
  const { publishedTotal, publishedExecutionRate, publishedExecutionScore, ...plain } = fields;
  const said = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
  const { responsible, funding, published } = sheet;
  const prose = said(goal, goals ? goals.join('\n') : sheet.goal);
  return {
    ...sheet,
    ...Object.fromEntries(Object.entries(plain).filter(([field]) => field in sheet)),
    indicators: fields.fiscalYear == null ? sheet.indicators : rowsOfYear(sheet.indicators, fields.fiscalYear),
    ...departmentOf(sheet, fields),
    responsible: {
      name: said(responsibleName, responsible.name),
      phone: said(responsiblePhone, responsible.phone),
    },
    goal: prose,
    goals: goals ?? (goal === undefined ? sheet.goals : numberedGoals(goal ?? '')),
    funding: {
      ...funding,
      total: said(fundingTotal, funding.total),
      fiscal: said(fundingFiscal, funding.fiscal),
      other: said(fundingOther, funding.other),
      carriedOver: said(fundingCarriedOver, funding.carriedOver),
      spent: said(fundingSpent, funding.spent),
      sources: said(fundingSources, funding.sources),
    },
    published: {
      total: said(publishedTotal, published.total),
      executionRate: said(publishedExecutionRate, published.executionRate),
      executionScore: said(publishedExecutionScore, published.executionScore),
    },
  };
}

/** Another name means another department; and one that a person points at is called as it is called. */
function departmentOf(
  { departmentId, departmentAsPrinted }: RepairableSheet,
  said: SheetFields,
): Pick<RepairableSheet, 'departmentId' | 'departmentAsPrinted'> {
  const isOther = said.department !== undefined || said.departmentAsPrinted === true;
  const id = said.departmentId === undefined ? (isOther ? null : departmentId) : said.departmentId;
  const isKept = said.department === undefined && id === null && departmentAsPrinted;
  return { departmentId: id, departmentAsPrinted: id === null && (said.departmentAsPrinted ?? isKept) };
}

/** A head has no empty texts: what is empty is not there. */
function withoutBlanks(fields: SheetFields): SheetFields {
  const said = Object.entries(saidFields(fields)) as [string, unknown][];
  return Object.fromEntries(said.map(([field, value]) => [field, value === '' ? null : value]));
}
