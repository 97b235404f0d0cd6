import { editedSheet } from './edited-sheet.js';
import type { SheetFields } from '../repair.js';
import { ambiguous } from '../repair-error.js';
import type { RepairableSheet } from './repairable-draft.js';

/** What a sheet says once, by the field in which a repair says it. */
const ONCE: Partial<Record<keyof SheetFields, (sheet: RepairableSheet) => string | number | null>> = {
  kind: ({ kind }) => kind,
  fiscalYear: ({ fiscalYear }) => fiscalYear,
  department: ({ department }) => department,
  departmentId: ({ departmentId }) => departmentId,
  project: ({ project }) => project,
  responsibleName: ({ responsible }) => responsible.name,
  responsiblePhone: ({ responsible }) => responsible.phone,
  fundingTotal: ({ funding }) => funding.total,
  fundingFiscal: ({ funding }) => funding.fiscal,
  fundingOther: ({ funding }) => funding.other,
  fundingCarriedOver: ({ funding }) => funding.carriedOver,
  fundingSpent: ({ funding }) => funding.spent,
  executionWeight: ({ executionWeight }) => executionWeight,
  publishedTotal: ({ published }) => published.total,
  publishedExecutionRate: ({ published }) => published.executionRate,
  publishedExecutionScore: ({ published }) => published.executionScore,
  waiver: ({ waiver }) => waiver,
};

/**
 * Sheets as one, with all their rows and goals, called as the first.
 * @throws DomainError `merge-ambiguous` for what they contradict each other about and `fields` does not settle
 */
export function mergedSheet(
  sheets: readonly [RepairableSheet, ...RepairableSheet[]],
  fields: SheetFields,
): RepairableSheet {
  const [first] = sheets;
  const once = Object.entries(ONCE).map(([field, valueIn]) => {
    const values = [...new Set(sheets.flatMap((sheet) => valueIn(sheet) ?? []))];
    if (values.length > 1 && !(field in fields)) throw ambiguous(field, values.map(String));
    return [field, values[0] ?? null] as const;
  });
  const texts = sheets.flatMap(({ goal }) => goal ?? []);
  const whole: RepairableSheet = {
    ...first,
    readFrom: sheets.flatMap(({ readFrom }) => readFrom),
    indicators: sheets.flatMap(({ indicators }) => indicators),
    goal: texts.length === 0 ? null : texts.join('\n'),
    goals: sheets.flatMap(({ goals }) => goals),
    goalRows: sheets.flatMap(({ goalRows }) => goalRows),
    sections: [...new Set(sheets.flatMap(({ sections }) => sections))],
    contact: sheets.find(({ contact }) => contact !== null)?.contact ?? null,
    funding: { ...first.funding, sources: sheets.flatMap(({ funding }) => funding.sources) },
  };
  return editedSheet(whole, { ...(Object.fromEntries(once) as SheetFields), ...fields });
}
