import { exact, isDecimal } from '../../domain/exact.js';
import { valueReached } from '../recognisers/rows/value-reached.js';
import type { SheetDraft } from '../sheet-draft.js';

/** A value that the document says was reached, where the records say something else. Decimal strings, or days. */
export interface RecordDifference {
  readonly indicator: string;
  /** `previous` (上年完成值) is about the year before, `actual` (实际完成值) about the year of the sheet. */
  readonly field: 'previous' | 'actual';
  readonly recorded: string;
  readonly imported: string;
}

/** Words such as 新增, and indicators of which nothing was recorded, are no difference. */
export function recordDifferences(
  { indicators }: SheetDraft,
  field: RecordDifference['field'],
  reached: ReadonlyMap<string, string> | null,
): RecordDifference[] {
  return indicators.flatMap((indicator) => {
    const { name, previous, actual } = indicator;
    const recorded = reached?.get(name);
    const imported = field === 'actual' ? actual : valueReached(previous, indicator, null);
    if (recorded === undefined || imported === null || isSame(recorded, imported)) return [];
    return [{ indicator: name, field, recorded, imported }];
  });
}

const isSame = (one: string, other: string): boolean =>
  isDecimal(one) && isDecimal(other) ? exact(one).equals(exact(other)) : one === other;
