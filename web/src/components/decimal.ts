import { exact, fixed, plain } from '@domain/exact.js';

/** As wide as a plus, so that signs stand below each other. */
export const MINUS = '−';

/** `1314.4` as `1,314.4`: a decimal string for people, with at most so many decimals; never through a float. */
export function decimal(text: string, places = 4): string {
  const [whole = '', fraction] = plain(exact(fixed(exact(text), places))).split('.');
  const grouped = whole.replace('-', MINUS).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
