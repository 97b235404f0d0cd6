import type { DraftSheet, Repair, SheetFields } from '../../../api/imports.js';

/** The head of a sheet as its form holds it. */
export interface HeadValues {
  readonly kind: DraftSheet['kind'];
  readonly fiscalYear: number | null;
  readonly department: string | null;
  readonly departmentId: string | null;
  readonly remember?: boolean;
  readonly project: string | null;
  readonly responsibleName: string | null;
  readonly responsiblePhone: string | null;
  readonly fundingTotal: string | null;
  readonly fundingFiscal: string | null;
  readonly fundingOther: string | null;
  readonly executionWeight: string | null;
  readonly goal: string | null;
  readonly waiver: string | null;
}

export const valuesOf = ({ responsible, funding, ...sheet }: DraftSheet): HeadValues => ({
  kind: sheet.kind,
  fiscalYear: sheet.fiscalYear,
  department: sheet.department,
  departmentId: sheet.departmentId,
  project: sheet.project,
  responsibleName: responsible.name,
  responsiblePhone: responsible.phone,
  fundingTotal: funding.total,
  fundingFiscal: funding.fiscal,
  fundingOther: funding.other,
  executionWeight: sheet.executionWeight,
  goal: sheet.goal,
  waiver: sheet.waiver,
});

/** What was changed. A department that is meant is a repair of its own, since it can hold for other documents, too. */
export function headRepairs(sheet: string, before: HeadValues, { remember, ...after }: HeadValues): Repair[] {
  const names = Object.keys(after) as (keyof typeof after)[];
  const changed = names.filter((name) => (after[name] ?? '') !== (before[name] ?? ''));
  const means = changed.includes('departmentId') ? (after.departmentId ?? null) : null;
  const said = changed.filter((name) => name !== 'departmentId' || means === null);
  const fields = Object.fromEntries(said.map((name) => [name, after[name] === '' ? null : (after[name] ?? null)]));
  return [
    ...(said.length > 0 ? [{ kind: 'edit-sheets' as const, sheets: [sheet], fields: fields as SheetFields }] : []),
    ...(means === null
      ? []
      : [{ kind: 'map-department' as const, sheets: [sheet], departmentId: means, remember: remember === true }]),
  ];
}
