import { type Grade, GRADES } from '@domain/indicator.js';
import { foreignTo, plainText } from './plain-text.js';
import { type Reading, unreadable } from './unreadable.js';

/** As they are written, alone and in the words of the official forms (达成年度指标 …). */
const WORDS: readonly (readonly [RegExp, Grade])[] = [
  [/^已?(达成|完成)((年度|预期)(指标|目标))?$/, 'achieved'],
  [/^部分(达成|完成)((年度|预期)(指标|目标)(并具有一定效果)?)?$|^part(ly|ially) achieved$/i, 'partial'],
  [/^未(达成|完成)((年度|预期)(指标|目标)(且效果较差)?)?$|^not achieved$/i, 'missed'],
];

export function readGrade(text: string): Reading {
  const plain = plainText(text);
  if (plain === '') return { value: null };
  const foreign = foreignTo(plain);
  if (foreign) return unreadable(foreign, plain);
  const code = GRADES.find((grade) => grade === plain.toLowerCase());
  const grade = code ?? WORDS.find(([pattern]) => pattern.test(plain))?.[1];
  return grade ? { value: grade } : unreadable('grade', plain);
}
