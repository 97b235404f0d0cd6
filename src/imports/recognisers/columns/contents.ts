import { readTargetValue } from '../../../domain/printed/target-value.js';
import { decimalCell } from '../lines/decimal-cell.js';

/** What the cells of a column look like, whatever stands above them. */
export type Contents = 'sign' | 'unit' | 'target' | 'number' | 'text' | 'blank';

const SIGN =
  /^(?:[≥≤≧≦⩾⩽<>=＝＜＞﹤﹥﹦》《]{1,2}|(?:大于|小于|高于|低于|等于|不低于|不高于|不少于|不超过|不大于|不小于)(?:或?等于)?|定性|定量|正向|反向|逆向|负向)$/;
const UNITS = new Set(
  '次 件 篇 批 批次 场 场次 期 人 人次 名 户 个 条 项 份 台 套 辆 座 处 家 所 亩 吨 公里 千米 米 平方米 立方米 公顷 例 起 天 日 周 月 年 小时 分钟 工作日 个工作日 元 万元 亿元 % ％ ‰ 百分比 百分数 分 册 本 页 万页 万人次 万人 公斤 千克 升 瓦 千瓦 度 株 棵 头 只 米 户次 人/次 元/人 元/天 / - — ——'.split(
    ' ',
  ),
);

export const isKnownUnit = (text: string): boolean => /[\p{L}%‰]/u.test(text) && UNITS.has(text);

/** By what all filled cells are, or for targets and units most of them. */
export function contentsOf(texts: readonly string[]): Contents {
  const filled = texts.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '');
  const share = (fits: (text: string) => boolean) => filled.filter(fits).length / filled.length;
  if (filled.length === 0) return 'blank';
  if (share((text) => SIGN.test(text)) === 1) return 'sign';
  if (share((text) => UNITS.has(text)) >= 0.6 && share((text) => !/\d/.test(text) && text.length <= 8) === 1)
    return 'unit';
  if (share((text) => decimalCell(text) !== null && !/[%％]/.test(text)) === 1) return 'number';
  return share(isTarget) >= 0.5 ? 'target' : 'text';
}

/** A number with its sign or unit, or a day of whatever year. */
function isTarget(text: string): boolean {
  const { value, question } = readTargetValue(text);
  if (value === null) return question.code !== 'target-unparsed';
  return !value.qualitative && (value.unit !== null || value.comparator !== '=');
}
