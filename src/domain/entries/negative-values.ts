import { exact } from '../exact.js';
import type { Indicator } from '../indicator.js';

/** Differences and changes, balances that can be overdrawn, temperatures. */
const MAY_FALL =
  /增长|增幅|增速|增减|净增|增加率|增加值率|同比|环比|涨幅|跌幅|降幅|降低|下降|减少|变化|变动|波动|差额|差值|差异|偏差|偏离|盈亏|盈余|结余|利润|收益|净流入|净值|温度|气温/;
const DEGREES = ['℃', '°C', '摄氏度'];

/**
 * Whether values of this indicator may be below 0. What is counted, paid, lasts or is a share of something cannot; what
 * grows or shrinks can (增长率, 差额, 结余), and so can temperatures, and whatever has a negative target.
 */
export function mayBeNegative({
  name,
  unit,
  comparator,
  target,
  targetUpper,
}: Pick<Indicator, 'name' | 'unit' | 'comparator' | 'target' | 'targetUpper'>): boolean {
  if (comparator === 'by' || comparator === 'qualitative') return false; // a day or words: nothing is counted
  if ([target, targetUpper].some((bound) => bound !== null && exact(bound).lt(0))) return true;
  return MAY_FALL.test(name) || (unit !== null && DEGREES.includes(unit));
}
