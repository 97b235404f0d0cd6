import { chineseNumber } from './chinese-number.js';
import { exact, fixed, HUNDRED, plain } from '../exact.js';
import { isUnit } from './target-unit.js';

const NUMERAL = '[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬]';
const NUMERALS = `${NUMERAL}+`;
const NUMBER = `${NUMERALS}(?:点[零〇一二三四五六七八九]+)?`;
/** 10万元 is printed so, whatever stands for the 10. */
const UNIT = `((?:[万亿]元|(?!${NUMERAL}))\\D{0,8})`;
const AMOUNT = new RegExp(`^(${NUMBER.replace('+', '+?')})(?:[-–—~～至到](${NUMBER.replace('+', '+?')}))?${UNIT}$`);
const ENDING = '((?:及其?)?以上|(?:及其?)?以下|以内|之内|内)?';

/** What is counted by one numeral; 一致 and 一流 are no numbers. */
const COUNTED =
  /^(?:人?次|[个名人件篇批场期户条项份台套辆座处家所天日月年起例万元亿小时分钟周亩吨米册本株头只倍轮遍趟回封幅栋幢艘张枚瓶箱包袋桶对班组宗桩课层]{1,2}|公里|千米|平方米|个?工作日|批次|人次|个月)$/;

/** 百分之九十以上, 四分之三, 1/2, 九成五, 过半, 翻一番. */
const SHARES: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => string[]])[] = [
  [/^百分之?百$/, () => ['100%']],
  [
    new RegExp(`^([百千])分之(${NUMBER})${ENDING}$`),
    ([whole, part = '', end]) => suffixed(inDigits(part), `${whole === '百' ? '%' : '‰'}${end ?? ''}`),
  ],
  [
    new RegExp(`^(${NUMERALS})分之(${NUMERALS})${ENDING}$`),
    ([whole = '', part = '', end = '']) => suffixed(share(chineseNumber(part), chineseNumber(whole)), `%${end}`),
  ],
  [
    new RegExp(`^(\\d{1,9})[/\\u2044](\\d{1,9})${ENDING}$`),
    ([part = '', whole = '', end = '']) => suffixed(share(part, whole), `%${end}`),
  ],
  [
    new RegExp(`^([一二两三四五六七八九])成([一二三四五六七八九半])?${ENDING}$`),
    ([tens = '', ones = '', end = '']) =>
      suffixed(chineseNumber(tens), `${ones === '半' ? '5' : (chineseNumber(ones) ?? '0')}%${end}`),
  ],
  [/^(?:过|超过?)(?:一半|半数?)$/, () => ['>50%']],
  [new RegExp(`^(?:一半|半数)${ENDING}$`), ([end = '']) => [`50%${end}`]],
  [/^翻了?([一二两三])?番$/, ([times = '一']) => doubled(Number(chineseNumber(times)))],
  [
    new RegExp(`^半个?(年|月|天|日|小时)${ENDING}$`),
    ([unit, end = '']) => [`0.5${unit === '月' ? '个月' : unit}${end}`],
  ],
  // 安全第一 is a motto.
  [/^(?:全[国省区市州县疆]|同行业|.{0,6}(?:排名|排位|位列|位居|名列))?第一(?:名|位)?$/, () => ['≤1名']],
  [
    /^(?:.{0,8}?(?:排名|位列|进入|列))?前([一二三四五六七八九十]{1,2})(?:名|位)?$/,
    ([rank = '']) => suffixed(chineseNumber(rank), '名').map((text) => `≤${text}`),
  ],
];

/**
 * What a number in words most likely means, with digits: 三十五公里以上, 壹拾万元, 三至五次, 九成, 三分之二以上. null where the text
 * has no number in words.
 */
export function numbersInWords(text: string): string[] | null {
  for (const [pattern, meant] of SHARES) {
    const match = pattern.exec(text);
    if (match) return meant(match.slice(1));
  }
  const whole = amount(text);
  return whole === null ? null : [whole];
}

const ROUGH =
  /^(?:若干|(?:好?几|数|两三|三四|三五|四五|五六|六七|七八|八九)[十百千万]*|[上成逾近][十百千万]+|多(?=[次场批项个]|人次)|[一二三四五六七八九十百千万]+(?=[余多来几]))[余多来几]?个?/;

/** 两三次, 数十场, 百余人次, 若干: a number that nobody has counted. */
export function isRoughInWords(text: string): boolean {
  const counted = text.replace(ROUGH, '').replace(/(?:及其?)?以[上下内]$/, '');
  return counted !== text && (counted === '' || COUNTED.test(counted));
}

/** 三至五次 and 叁仟元整 with digits; 壹拾万元 is 10万元. */
function amount(printed: string): string | null {
  const text = printed.replace('萬', '万').replace(/(?<=元)[整正]$/, '');
  const match = AMOUNT.exec(text);
  return match && counted(match.slice(1));
}

function counted([from = '', to, unit = '']: readonly (string | undefined)[]): string | null {
  const bare = unit.replace(/(?:及其?)?以[上下内]$|之?内$/, '');
  const isNumber = bare === '' || COUNTED.test(bare) || (from.length > 1 && isUnit(bare));
  const [lower, upper] = [inDigits(from), to === undefined ? null : inDigits(to)];
  if (!isNumber || lower === null || (to !== undefined && upper === null)) return null;
  return `${lower}${upper === null ? '' : `-${upper}`}${unit}`;
}

/** 三点五 */
function inDigits(words: string): string | null {
  const [whole = '', part] = words.split('点');
  const value = chineseNumber(whole);
  if (value === null || part === undefined) return value;
  return `${value}.${[...part].map((letter) => chineseNumber(letter) ?? '').join('')}`;
}

/** Of a fraction in %, to two places. */
function share(part: string | null, whole: string | null): string | null {
  if (part === null || whole === null || exact(whole).lte(0) || exact(part).gt(exact(whole))) return null;
  return plain(exact(fixed(exact(part).mul(HUNDRED).div(exact(whole)), 2)));
}

const suffixed = (value: string | null, rest: string): string[] => (value === null ? [] : [`${value}${rest}`]);

/** 翻一番 is 100 % more, or twice as much. */
const doubled = (times: number): string[] => [`${(2 ** times - 1) * 100}%`, `${2 ** times}倍`];
