const DIGITS = '零一二三四五六七八九';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const CAPITALS = '零壹贰叁肆伍陆柒捌玖';
const CAPITAL_TENS: Readonly<Record<string, string>> = {
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  〇: '零',
  两: '二',
};
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 三, 十二, 一百零五, 两万, 壹拾贰 as a decimal; null for anything else, such as 三三. */
export function chineseNumber(text: string): string | null {
  let [whole, part, digit] = [0, 0, null as number | null];
  for (const printed of text) {
    const letter = CAPITAL_TENS[printed] ?? DIGITS[CAPITALS.indexOf(printed)] ?? printed;
    const value = DIGITS.indexOf(letter);
    const [ten, myriad] = [TENS[letter], MYRIADS[letter]];
    if (value > 0 && digit !== null) return null;
    if (value >= 0) digit = value === 0 ? null : value;
    else if (ten !== undefined) [part, digit] = [part + (digit ?? 1) * ten, null];
    else if (myriad !== undefined) [whole, part, digit] = [whole + (part + (digit ?? 0)) * myriad, 0, null];
    else return null;
  }
  const sum = whole + part + (digit ?? 0);
  return text === '' || (sum === 0 && !/^[零〇]$/.test(text)) ? null : String(sum);
}
