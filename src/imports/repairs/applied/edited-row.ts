import { defaultDueMonth } from '../../../domain/printed/default-due-month.js';
import { valueReached } from '../../recognisers/rows/value-reached.js';
import { aggregationFits, editedTarget, saysTarget, withoutTarget } from './edited-target.js';
import type { RowFields } from '../repair.js';
import { repairError } from '../repair-error.js';
import type { RepairableRow } from './repairable-draft.js';
import { checkAmounts, checkLengths, saidFields } from './said-fields.js';

const LONGEST: Partial<Record<keyof RowFields, number>> = {
  ...{ name: 200, level1: 50, level2: 50, basis: 200, previous: 200, evidence: 100, actualRaw: 200, unit: 20 },
  ...{ raw: 200, target: 200, section: 100, measure: 200, longTerm: 200 },
};

/**
 * A row with what a person says about it, checked as at adoption.
 * @param fiscalYear of its sheet
 * @throws DomainError with a pointer below `/fields`
 */
export function editedRow(row: RepairableRow, given: RowFields, fiscalYear: number | null): RepairableRow {
  const fields = saidFields(given);
  check(fields);
  const named = { ...row, ...withoutTarget(fields), decided: decidedIn(row, fields) };
  const { name } = named;
  const withTarget = saysTarget(fields) ? { ...named, ...editedTarget(named, fields, fiscalYear) } : named;
  const aggregation = fields.aggregation === undefined ? withTarget.aggregation : fields.aggregation;
  if (fields.aggregation !== undefined && !aggregationFits(aggregation, withTarget)) throw aggregationUnfit(name);
  const isDueByDefault = withTarget.comparator !== null && !withTarget.decided.includes('dueMonth');
  return {
    ...withTarget,
    aggregation,
    ...(isDueByDefault && {
      dueMonth: defaultDueMonth({ ...withTarget, comparator: withTarget.comparator ?? '=' }),
    }),
    actual: valueReached(withTarget.actualRaw, withTarget, fiscalYear),
    ...(fields.sectionId != null && { section: null }),
    ...(fields.section != null && { sectionId: null }),
  };
}

function check(fields: RowFields): void {
  checkLengths(fields, LONGEST);
  checkAmounts(fields, ['weight', 'publishedScore']);
  if (fields.name !== '') return;
  throw repairError('name-missing', '/fields/name', { zh: '指标须有名称。', en: 'An indicator needs a name.' });
}

/** Whoever says a part of the target has decided all of it. */
function decidedIn(row: RepairableRow, fields: RowFields): string[] {
  const said = Object.keys(fields);
  return [...new Set([...row.decided, ...said, ...(saysTarget(fields) ? ['target'] : [])])].sort();
}

const aggregationUnfit = (name: string) =>
  repairError('aggregation-unfit', '/fields/aggregation', {
    zh: `“${name}”的目标不能这样汇总：按月目标逐月判断，文字目标不汇总。`,
    en: `The target of “${name}” cannot add up so: a monthly one is judged month by month, words do not add up.`,
  });
