import { randomInt } from 'node:crypto';

/** Without characters that are mistaken for each other when read from paper. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 24 characters, 139 bits, of all classes that a profile may ask for; to be changed at the first sign-in. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

const HANDED_OUT = new RegExp(`[${ALPHABET}]{6}(-[${ALPHABET}]{6}){3}`);

/** Whether something is, or holds, what is handed out so: nobody comes upon that form by themselves. */
export const isHandedOut = (password: string): boolean => HANDED_OUT.test(password);
