import { withSigns } from '../symbol-signs.js';

/** Fonts name the radicals that look like these letters; those that Unicode itself does not equate. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺠民⻓长⻋车⻔门⻛风⻝食⻩黄⻚页⻆角⻅见⻢马⻥鱼⻦鸟⻬齐⻰龙⻮齿⻜飞⻤鬼⻨麦⻘青⻄西⻙韦⻉贝⻐钅⻑長⻣骨'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', letter = '']) => [radical, letter]),
);
const BLANKS = /[\u00a0\u2000-\u200a\u202f]/g;
/** Radicals, ligatures and other second forms of letters. */
const SECOND_FORMS = /[\u2e80-\u2fdf\ufb00-\ufb06]/g;

/** Letters as people type them, from those that the fonts of a page are made of: ⼯作 is 工作, ﬁ is fi. */
export const printedLetters = (text: string): string =>
  withSigns(text)
    .replace(BLANKS, ' ')
    .replace(SECOND_FORMS, (letter) => RADICALS[letter] ?? letter.normalize('NFKC'));
