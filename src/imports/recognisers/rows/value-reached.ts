import { parseTargetValue } from '../../../domain/printed/target-value.js';
import { convertedValue } from '../../../domain/printed/unit-conversion.js';
import type { IndicatorDraft } from '../../sheet-draft.js';

/**
 * The value reached in the unit of the target, or the day on which it was reached: `62次`, `100%`, `6月18日`. null where it is
 * no number (已完成, 约60次), of a unit that cannot be converted exactly, or of a month (4次/月) for a target of the year. Words
 * are reached in words.
 * @param fiscalYear the year of a day that does not print its own
 */
export function valueReached(
  printed: string | null,
  { comparator, unit, per }: Pick<IndicatorDraft, 'comparator' | 'unit' | 'per'>,
  fiscalYear: number | null,
): string | null {
  const value = printed === null ? null : parseTargetValue(printed, fiscalYear);
  if (comparator === 'qualitative' || value?.comparator !== (comparator === 'by' ? 'by' : '=')) return null;
  if (value.per !== null && value.per !== per) return null;
  return value.unit === null || unit === null ? value.target : convertedValue(value.target, value.unit, unit);
}
