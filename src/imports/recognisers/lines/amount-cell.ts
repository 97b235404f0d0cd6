import { chineseNumber } from '../../../domain/printed/chinese-number.js';
import { exact, plain } from '../../../domain/exact.js';
import { decimalCell } from './decimal-cell.js';
import type { Line } from './document-lines.js';

/** In 万元. */
const FACTOR = {
  元: '0.0001',
  百元: '0.01',
  千元: '0.1',
  万元: '1',
  十万元: '10',
  百万元: '100',
  千万元: '1000',
  亿元: '10000',
} as const;
export type MoneyUnit = keyof typeof FACTOR;

const UNIT = '(?:人民币)?((?:[百佰千仟]?万|十万|[百佰千仟]|亿)?[元圆])';
/** 金额单位：千元, 单位为元 */
const STATED = new RegExp(`(?:单位|金额)\\s*(?:[:：]|[为是])\\s*[（(]?\\s*${UNIT}`);
/** 680000 | 元 */
const ALONE = new RegExp(`^[（(]?${UNIT}[)）]?$`);
const IN_LABEL = new RegExp(`[（(]\\s*${UNIT}\\s*[)）]`);
/** 30万, 30 万元整, 40000千元 */
const OWN = /(?:((?:[百佰千仟]?万|十万|[百佰千仟]|亿)?)[元圆]|([万亿]))整?\s*$/;
const WITH_UNIT =
  /[\d零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]\s*(?:[百佰千仟]?万|十万|[百佰千仟]|亿)?[元圆]/;
const LONGEST = 100;

const unitNamed = (text: string | undefined): MoneyUnit | null => {
  const unit = text?.replace('佰', '百').replace('仟', '千').replace('圆', '元');
  return unit !== undefined && unit in FACTOR ? (unit as MoneyUnit) : null;
};

/** 680000 | 元 as 680000元: the unit in the cell behind a figure. */
export const withUnitBehind = (figure: string, behind: string | undefined): string =>
  `${figure}${ALONE.exec(behind?.trim() ?? '')?.[1] ?? ''}`;

/** The unit in which a sheet prints its amounts where they do not say it themselves: stated once, or beside labels. */
export function unitOfAmounts(lines: readonly Line[], otherwise: MoneyUnit = '万元'): MoneyUnit {
  const stated = unitsIn(lines, [STATED]);
  const [only, ...others] = stated.length > 0 ? stated : unitsIn(lines, [IN_LABEL, ALONE]);
  if (only && others.length === 0) return only;
  if (!only) return otherwise;
  return [only, ...others].includes('元') ? '元' : '万元';
}

/** 单位：元 stated in a document, where it states no other; its sheets go by it unless they say their own. */
export function statedUnit(lines: readonly Line[]): MoneyUnit {
  const [only, ...others] = unitsIn(lines, [STATED]);
  return only && others.length === 0 ? only : '万元';
}

/** 30万元, 金额单位：元, 资金总额（亿元）: without any of them 305000 may be yuan as well as 万元. */
export const namesMoneyUnit = (lines: readonly Line[]): boolean =>
  unitsIn(lines, [STATED, IN_LABEL, ALONE]).length > 0 ||
  lines.some(({ cells }) => cells.some(({ text }) => text.length < LONGEST && WITH_UNIT.test(text)));

function unitsIn(lines: readonly Line[], patterns: readonly RegExp[]): MoneyUnit[] {
  const texts = lines.flatMap(({ cells }) => cells.map(({ text }) => text)).filter(({ length }) => length < LONGEST);
  const named = texts.flatMap((text) => patterns.flatMap((pattern) => unitNamed(pattern.exec(text)?.[1]) ?? []));
  return [...new Set(named)];
}

/** The unit that a label says: 资金总额（亿元）. */
export const unitInLabel = (label: string): MoneyUnit | null => unitNamed(IN_LABEL.exec(label)?.[1]);

/** An amount in 万元, as printed where it is printed so; null when the cell holds no amount. */
export function amountCell(text: string | undefined, unit: MoneyUnit): string | null {
  const printed = (text ?? '')
    .slice(0, 60)
    .trim()
    .replace(/^[￥¥]\s*/, '');
  if (/[%％]$/.test(printed)) return null;
  const said = OWN.exec(printed);
  const figure = said ? printed.slice(0, said.index) : printed.replace(/整$/, '');
  const number = decimalCell(figure) ?? inCapitals(figure);
  if (number === null) return null;
  const own = said ? (unitNamed(`${said[1] ?? said[2] ?? ''}元`) ?? unit) : unit;
  return own === '万元' ? number : plain(exact(number).mul(exact(FACTOR[own])));
}

/** 叁拾 of 叁拾万元; the common digits stand in words, too. */
const inCapitals = (text: string): string | null =>
  /^[零壹贰叁肆伍陆柒捌玖拾佰仟]+$/.test(text) ? chineseNumber(text) : null;
