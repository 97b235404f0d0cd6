import type { Aggregation, Comparator, Period } from './indicator.js';

/** What is known of an indicator from the printed table. */
export interface PrintedIndicator {
  readonly name: string;
  readonly unit: string | null;
  readonly per: Period | null;
  readonly comparator: Comparator;
}

const DURATIONS = ['小时', '天', '日', '工作日', '分钟'];
/** Units of a level that is kept or reached, not of something that happens again and again. */
const LEVELS = ['个', '条', '年', '名', '套', '家', '处'];

/**
 * How months add up where the document does not say (design, domain §2). It is a guess from name and unit, and the
 * import says so with the doubt `aggregation-assumed`. null for a qualitative indicator.
 */
export function defaultAggregation({ name, unit, per, comparator }: PrintedIndicator): Aggregation | null {
  if (comparator === 'qualitative') return null;
  if (comparator === 'by') return 'completed-on';
  if (per !== null) return `each-${per}`;
  // Also satisfaction and compliance: people asked and cases checked are counted, not averaged.
  if (unit === '%') return 'ratio';
  const ceiling = comparator === '<=' || comparator === '<';
  if (ceiling && unit !== null && DURATIONS.includes(unit)) return 'max';
  if (/单次|每次|每场|每批/.test(name)) return ceiling ? 'max' : 'min';
  if (/平均|人均/.test(name)) return 'average';
  return unit !== null && LEVELS.includes(unit) ? 'latest' : 'sum';
}
