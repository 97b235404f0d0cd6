import { randomInt } from 'node:crypto';

/** Without characters that are mistaken for each other when read from paper. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 24 characters, 139 bits, of all classes that a profile may ask for; to be changed at the first sign-in. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

const HANDED_OUT = new RegExp(`[${ALPHABET}]{6}(\\p{Pd}[${ALPHABET}]{6}){3}`, 'u');
const GROUPS = /^(.{6})(.{6})(.{6})(.{6})$/;

/** Whether something is, or holds, what is handed out so, in letters of any width: nobody comes upon that form by themselves. */
export const isHandedOut = (password: string): boolean => HANDED_OUT.test(password.normalize('NFKC'));

/** The password that was handed out, as it was, of what somebody makes of it by other signs between the groups, or none. */
export const regrouped = (password: string): string =>
  password
    .normalize('NFKC')
    .replace(/[^a-z\d]/gi, '')
    .replace(GROUPS, '$1-$2-$3-$4');
