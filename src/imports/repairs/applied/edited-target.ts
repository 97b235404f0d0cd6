import { defaultAggregation } from '../../../domain/printed/default-aggregation.js';
import { exact, isDecimal } from '../../../domain/exact.js';
import type { Aggregation } from '../../../domain/aggregation.js';
import { isLocalDate } from '../../../domain/calendar/local-date.js';
import { parseTargetValue } from '../../../domain/printed/target-value.js';
import { targetAsPrinted } from '../../target-as-printed.js';
import type { IndicatorDraft } from '../../sheet-draft.js';
import type { RowFields } from '../repair.js';
import { repairError } from '../repair-error.js';
import type { RepairableRow } from './repairable-draft.js';

type Target = Pick<
  IndicatorDraft,
  'comparator' | 'target' | 'targetUpper' | 'unit' | 'per' | 'qualitative' | 'raw' | 'aggregation'
>;

const PARTS = ['comparator', 'target', 'targetUpper', 'unit', 'per'] as const;

export const saysTarget = (fields: RowFields): boolean =>
  fields.raw !== undefined || PARTS.some((part) => fields[part] !== undefined);

export function withoutTarget(fields: RowFields): RowFields {
  const target: readonly string[] = ['raw', ...PARTS];
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !target.includes(field)));
}

/**
 * The target of a row as a person says it, whole as a document would print it or by its parts.
 * @param fiscalYear the year of a day that does not say its own
 * @throws DomainError `target-unparsed`, `target-unfit`
 */
export function editedTarget(row: RepairableRow, fields: RowFields, fiscalYear: number | null): Target {
  const raw = fields.raw?.trim();
  const read = raw === undefined ? row : raw === '' ? NO_TARGET : readTarget(raw, fiscalYear);
  const said = Object.fromEntries(PARTS.flatMap((part) => (fields[part] === undefined ? [] : [[part, fields[part]]])));
  const parts = { ...read, ...said };
  const value = { ...parts, qualitative: parts.comparator === 'qualitative' };
  if (value.comparator !== null) checkTarget(value);
  const isAsPrinted = Object.keys(said).length === 0;
  return {
    ...value,
    raw: isAsPrinted ? (raw ?? row.raw) : targetAsPrinted(value),
    aggregation: aggregationOf(row, value),
  };
}

/** What is known of a row whose target nobody has said yet. */
const NO_TARGET = { comparator: null, target: null, targetUpper: null, unit: null, per: null } as const;

function readTarget(raw: string, fiscalYear: number | null) {
  const value = parseTargetValue(raw, fiscalYear);
  if (value) return value;
  throw repairError('target-unparsed', '/fields/raw', {
    zh: `看不懂目标值“${raw}”，请写成如 ≥4篇/月、<=3名、=100%。`,
    en: `The target “${raw}” cannot be read; write it like ≥4篇/月, <=3名, =100%.`,
  });
}

type Parts = Pick<Target, (typeof PARTS)[number]>;

function checkTarget({ comparator, target, targetUpper, unit, per }: Parts): void {
  const unfit = (part: string, zh: string, en: string) => repairError('target-unfit', `/fields/${part}`, { zh, en });
  if (target === null || target.trim() === '') throw unfit('target', '请填写目标值。', 'Enter the target.');
  if (comparator === 'qualitative' || comparator === 'by') {
    const isAlone = unit === null && per === null && targetUpper === null;
    if (!isAlone)
      throw unfit('unit', '文字和日期目标没有单位、周期和上限。', 'Words and days have no unit, period or bound.');
    if (comparator === 'qualitative' || isLocalDate(target)) return;
    throw unfit('target', '请写成日期，如 2026-09-30。', 'Write the day like 2026-09-30.');
  }
  if (!isDecimal(target)) throw unfit('target', '目标值应为数字。', 'The target must be a number.');
  if (comparator !== 'range') {
    if (targetUpper === null) return;
    throw unfit('targetUpper', '只有区间目标有上限。', 'Only a range has an upper bound.');
  }
  const isRange = targetUpper !== null && isDecimal(targetUpper) && exact(targetUpper).gte(exact(target));
  if (!isRange)
    throw unfit('targetUpper', '区间的上限不能小于下限。', 'The upper bound must not be below the lower one.');
}

/** A person's choice stays while it fits; else what follows from name and unit. */
function aggregationOf(row: RepairableRow, { comparator, unit, per }: Parts): Aggregation | null {
  if (comparator === null) return null;
  const kept = row.decided.includes('aggregation') && aggregationFits(row.aggregation, { comparator, per });
  return kept ? row.aggregation : defaultAggregation({ name: row.name, unit, per, comparator });
}

/** Words add up in no way, a day is a day, and what has to be reached anew each period is judged period by period. */
export function aggregationFits(
  aggregation: Aggregation | null,
  { comparator, per }: Pick<IndicatorDraft, 'comparator' | 'per'>,
): boolean {
  if (comparator === null || comparator === 'qualitative') return aggregation === null;
  if (comparator === 'by') return aggregation === 'completed-on';
  return per === null ? aggregation !== null && aggregation !== 'completed-on' : aggregation === `each-${per}`;
}
