import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** "Safely unguessable" by zxcvbn's scale: 10^8 guesses and more. */
const STRONG_ENOUGH = 3;
/** What breach lists of other languages do not have, and people here type. */
const LOCAL_WORDS = [
  'jixiao',
  'woaini',
  '5201314',
  '1314520',
  'zhongguo',
  'beijing',
  'xinjiang',
  '绩效',
  '台账',
  '密码',
];
/** More adds nothing to the estimate, and its time grows with the square of the length. */
const LENGTH = 64;

let estimator: ZxcvbnFactory | undefined;

/**
 * Whether somebody who tries what people choose (leaked passwords, rows of keys, dates, repetitions, the user's own name, `words`)
 * would find the password soon: zxcvbn (Wheeler, USENIX Security 2016) with a list of 49,000 leaked passwords.
 */
export function isGuessable(password: string, username: string, words: readonly string[] = []): boolean {
  if (password.toLowerCase().includes(username.toLowerCase())) return true;
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LENGTH }); // takes a moment: not at start
  const own = [username, ...username.split(/[._-]/), ...LOCAL_WORDS, ...words];
  return estimator.check(password.slice(0, LENGTH), own).score < STRONG_ENOUGH;
}
