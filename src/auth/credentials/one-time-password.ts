import { randomInt } from 'node:crypto';

/** Without characters that are mistaken for each other when read from paper. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 20 characters, 116 bits, of all classes that a profile may ask for; to be changed at the first sign-in. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
