import type { Aggregation } from '../aggregation.js';
import type { Comparator, Period } from '../indicator.js';

/** What is known of an indicator from the printed table. */
export interface PrintedIndicator {
  readonly name: string;
  readonly unit: string | null;
  readonly per: Period | null;
  readonly comparator: Comparator;
}

const DURATION = /^个?(?:小时|分钟|天|日|周|月|工作日|自然日|日历日|工作小时)$/;
/** A price or size of each, as 元/人 and 亩/户 are: it does not add up. */
const OF_EACH =
  /单价|均价|[每单][次场批]|单位(?:成本|造价)|[每单][页件套个人台户份篇床亩米吨车班课期生].{0,6}(?:成本|费用|造价|价格|补助|支出)/;
/** Units of a level that is kept or reached, not of something that happens again and again. */
const LEVELS = ['个', '条', '年', '名', '套', '家', '处', '分'];
/** Units of what is counted anew each month as well as of a stock: only a person knows. */
const AMBIGUOUS = ['人', '户', '辆', '台', '套', '公里', '亩', '个', '分', null];

/**
 * How months add up where the document does not say (design, domain §2): a guess from name and unit, open to change. null for a
 * qualitative indicator.
 */
export function defaultAggregation(printed: PrintedIndicator): Aggregation | null {
  const { unit } = printed;
  if (printed.comparator === 'qualitative') return null;
  return plainAggregation(printed) ?? (unit !== null && LEVELS.includes(unit) ? 'latest' : 'sum');
}

/** Whether neither name nor unit says how months add up: a person should look at the default. */
export function isAggregationOpen(printed: PrintedIndicator): boolean {
  const isNumber = printed.comparator !== 'qualitative';
  return isNumber && plainAggregation(printed) === null && AMBIGUOUS.includes(printed.unit);
}

function plainAggregation({ name, unit, per, comparator }: PrintedIndicator): Aggregation | null {
  if (comparator === 'by') return 'completed-on';
  if (per !== null) return `each-${per}`;
  if (/平均|人均/.test(name)) return 'average';
  const ceiling = comparator === '<=' || comparator === '<';
  if (ceiling && unit !== null && DURATION.test(unit)) return 'max';
  // Also satisfaction and compliance: people asked and cases checked are counted, not averaged.
  if (unit === '%' || unit === '‰') return 'ratio';
  if (OF_EACH.test(name) || unit?.includes('/') === true) return ceiling ? 'max' : 'min';
  return null;
}
