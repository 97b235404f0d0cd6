import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { LOCAL_WORDS } from './local-words.js';
import { asFigures, contains, folded, without } from './password-words.js';

/** "Safely unguessable" by zxcvbn's scale: 10^8 guesses and more. */
const STRONG_ENOUGH = 3;
/** More adds nothing to the estimate, and its time grows with the square of the length. */
const LENGTH = 64;

/** What somebody who guesses a certain password would try first. */
export interface GuessedWords {
  /** User name, name and mail address of whose it is. */
  readonly own: readonly string[];
  /** Of the place: names of departments, of the host. */
  readonly local: readonly string[];
}

let estimator: ZxcvbnFactory | undefined;

/**
 * Whether somebody who tries what people choose (leaked passwords, rows of keys, dates, repetitions, names of the person, the
 * place and this product, in any width, case or dressing) would find the password soon: zxcvbn (Wheeler, USENIX Security 2016)
 * with a list of 49,000 leaked passwords. It must hold without those names: put together they look longer than they are.
 */
export function isGuessable(password: string, { own, local }: GuessedWords): boolean {
  if (contains(password, own)) return true;
  const words = [...LOCAL_WORDS, ...local];
  const left = without(password, words);
  return isWeak(folded(password), [...own, ...words]) || isWeak(left, []) || isWeak(asFigures(left), []);
}

function isWeak(password: string, words: string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LENGTH }); // takes a moment: not at start
  return estimator.check([...password].slice(0, LENGTH).join(''), words).score < STRONG_ENOUGH;
}
