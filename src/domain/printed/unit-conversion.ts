import { type Exact, exact, plain } from '../exact.js';

/** Units that are exact multiples of another, with the base that they count in. */
const MULTIPLES: Readonly<Record<string, readonly [base: string, factor: string]>> = {
  ...{
    元: ['元', '1'],
    千元: ['元', '1000'],
    万元: ['元', '10000'],
    百万元: ['元', '1000000'],
    亿元: ['元', '100000000'],
  },
  ...{ 分钟: ['分钟', '1'], 小时: ['分钟', '60'], 天: ['分钟', '1440'], 日: ['分钟', '1440'], 个小时: ['分钟', '60'] },
  ...{
    米: ['米', '1'],
    千米: ['米', '1000'],
    公里: ['米', '1000'],
    公斤: ['公斤', '1'],
    千克: ['公斤', '1'],
    吨: ['公斤', '1000'],
  },
  ...{ '%': ['%', '1'], '‰': ['%', '0.1'] },
};
/** Words for the same thing. */
const SAME: Readonly<Record<string, string>> = { 批次: '批', 场次: '场', 日: '天', 自然日: '天', 个工作日: '工作日' };

/**
 * A number of one unit in another, where that is exact: 25000 人次 are 2.5 万人次, 2 天 are 48 小时. null where the units do not
 * count the same thing, or not exactly (工作日 and 天, 个月 and 天).
 */
export function convertedValue(value: string, from: string, to: string): string | null {
  if (from === to || commonName(from) === commonName(to)) return value;
  const [source, target] = [baseOf(from), baseOf(to)];
  if (source.base !== target.base) return null;
  return plain(exact(value).mul(source.factor).div(target.factor));
}

const commonName = (unit: string): string => SAME[unit] ?? unit;

function baseOf(unit: string): { readonly base: string; readonly factor: Exact } {
  const known = MULTIPLES[unit];
  if (known) return { base: known[0], factor: exact(known[1]) };
  const [, size, counted] = /^(万|亿)(.+)$/.exec(unit) ?? [];
  if (size === undefined || counted === undefined) return { base: commonName(unit), factor: exact('1') };
  return { base: commonName(counted), factor: exact(size === '万' ? '10000' : '100000000') };
}
