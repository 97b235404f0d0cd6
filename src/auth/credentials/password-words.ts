/** What breach lists of other languages do not have, and people here type; first of all how this product is called. */
export const LOCAL_WORDS: readonly string[] = [
  'jixiao',
  'jixiaotaizhang',
  'taizhang',
  'jixiaoban',
  'zhengfu',
  'woaini',
  '5201314',
  '1314520',
  'zhongguo',
  'beijing',
  'xinjiang',
  '绩效台账',
  '绩效办',
  '绩效',
  '台账',
  '密码',
];

/** Signs that stand for each other in passwords: where one of a row is typed, the first is read. */
const ALIKE = ['o0', 'l1i!|', 'e3', 'a4@', 's5$', 't7+', 'b8', 'g9'];
const READ_AS = new Map(ALIKE.flatMap((row) => [...row].map((sign) => [sign, row.charAt(0)] as const)));

/** One sign for each of the text, without width, case or dressing up. */
const read = (text: string): string => [...folded(text)].map((sign) => READ_AS.get(sign) ?? sign).join('');

/** Of one width and case: full width letters and the like are no others. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Shorter ones stand in anything: two signs of a script that writes a word with them, else three. */
const saysSomething = (word: string): boolean => [...word].length >= (/\p{Script=Han}/u.test(word) ? 2 : 3);

const usable = (words: readonly string[]): string[] =>
  [...new Set(words.map((word) => read(word.trim())).filter(saysSomething))].toSorted((a, b) => b.length - a.length);

/** Whether a word stands in the password, dressed up or not. */
export const contains = (password: string, words: readonly string[]): boolean =>
  usable(words).some((word) => read(password).includes(word));

/** What a password is besides such words: who guesses tries these first, and however they are put together. */
export function without(password: string, words: readonly string[]): string {
  const left = [...folded(password)];
  for (const word of usable(words)) {
    const size = [...word].length;
    for (let at = 0; at + size <= left.length;) {
      if (read(left.slice(at, at + size).join('')) === word) left.splice(at, size);
      else at += 1;
    }
  }
  return left.join('');
}

/** A place at the head of a department's name, with and without what it is: `云山区` and `云山` of 云山区民政局. */
const PLACE = /^(\p{Script=Han}{2,6}?)[省市区县州盟旗]/u;

/** How people say a name: whole, and the place in it. */
export function partsOfName(name: string): string[] {
  const [whole, place] = PLACE.exec(name) ?? [];
  return [name, ...(whole && place ? [whole, place, name.slice(whole.length)] : [])];
}
