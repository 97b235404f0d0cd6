import { asItLooks } from '../../domain/look-alikes.js';

/** Signs that stand for each other in passwords: where one of a row is typed, the first is read. */
const ALIKE = ['o0', 'l1i!|', 'e3', 'a4@', 's5$', 't7+', 'b8', 'g9'];
const READ_AS = new Map(ALIKE.flatMap((row) => [...row].map((sign) => [sign, row.charAt(0)] as const)));

/** What one sign says to a reader: '' for none. */
type Reading = (sign: string) => string;

const dressed: Reading = (sign) => READ_AS.get(sign) ?? sign;
const said: Reading = (sign) => (/[\p{L}\p{N}]/u.test(sign) ? sign : '');
/** Signs of every kind for letters; signs only between letters; signs for letters and between them. */
const READINGS: readonly Reading[] = [dressed, (sign) => dressed(said(sign)), (sign) => said(dressed(sign))];

const readAs = (text: string, reading: Reading): string => [...folded(text)].map(reading).join('');

/** Of one width, case and look: full width letters and the like are no others, and what cannot be seen is none. */
export const folded = (text: string): string => asItLooks(text);

/** Letters and digits alone. */
export const bare = (text: string): string => readAs(text, said);

/** Shorter ones stand in anything: two signs of a script that writes a word with them, else three, or four across blanks. */
const saysSomething = (word: string, reading: Reading): boolean =>
  [...word].length >= (/\p{Script=Han}/u.test(word) ? 2 : reading === dressed ? 3 : 4);

const usable = (words: readonly string[], reading: Reading): string[] =>
  [...new Set(words.map((word) => readAs(word.trim(), reading)))]
    .filter((word) => saysSomething(word, reading))
    .toSorted((a, b) => b.length - a.length);

const DIGITS = '〇一二三四五六七八九';
/** What stands between the figures of a date, and what a department is called in the end. */
const OF_DATES_AND_OFFICES = /[^\p{L}\p{N}]|[年月日号局厅委办处科股室]|(?<=\d)(?:nian|yue|ri|hao)(?=\d|$)/gu;

/** A date as its figures, in whichever script; without signs, and without what offices are called in the end. */
export const asFigures = (text: string): string =>
  text
    .replace(OF_DATES_AND_OFFICES, '')
    .replace(/[零十]/gu, (sign) => (sign === '零' ? '0' : '1'))
    .replace(/[〇一二三四五六七八九]/gu, (sign) => String(DIGITS.indexOf(sign)));

/** Whether a word stands in the password, dressed up, spaced out or not. */
export const contains = (password: string, words: readonly string[]): boolean =>
  READINGS.some((reading) => usable(words, reading).some((word) => readAs(password, reading).includes(word)));

/** What a password is besides such words: who guesses tries these first, and however they are put together. */
export function without(password: string, words: readonly string[]): string {
  let left = [...folded(password)];
  for (const reading of READINGS) for (const word of usable(words, reading)) left = cut(left, word, reading);
  return left.join('');
}

/** Without the word, and without what stands between its letters. */
function cut(signs: readonly string[], word: string, reading: Reading): string[] {
  const places = signs.flatMap((sign, at) => Array.from(reading(sign).split(''), () => at));
  const letters = signs.map(reading).join('');
  const size = word.length;
  const gone = new Set<number>();
  for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + size)) {
    const [first = 0, last = 0] = [places[at], places[at + size - 1]];
    for (let place = first; place <= last; place += 1) gone.add(place);
  }
  return signs.filter((_, place) => !gone.has(place));
}

/** A place at the head of a department's name, with and without what it is: `云山区` and `云山` of 云山区民政局. */
const PLACE = /^(\p{Script=Han}{2,6}?)[省市区县州盟旗]/u;

/** How people say a name: whole, and the place in it. */
export function partsOfName(name: string): string[] {
  const [whole, place] = PLACE.exec(name) ?? [];
  return [name, ...(whole && place ? [whole, place, name.slice(whole.length)] : [])];
}
