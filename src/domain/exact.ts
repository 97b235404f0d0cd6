import Fraction from 'fraction.js';

/**
 * An exact rational number. Values, weights, scores and money are never floats, and a result such as 2 ÷ 3 is kept
 * whole until it is printed: rounding in between would move points.
 */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0);
export const ONE: Exact = new Fraction(1);
export const HUNDRED: Exact = new Fraction(100);

const ENTERED = /^-?\d{1,15}(\.\d{1,6})?$/;
const STORED = /^-?\d+(\.\d+)?$/;

/** Whether people may enter this text as a number: at most 15 digits before the point and 6 after it, no exponent. */
export function isDecimal(text: string): boolean {
  return ENTERED.test(text);
}

/** The number that a decimal string of our own (database, policy, checked entry) stands for. */
export function exact(text: string): Exact {
  if (!STORED.test(text)) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  return new Fraction(text);
}

export function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce((total, number) => total.add(number), ZERO);
}

export function smaller(a: Exact, b: Exact): Exact {
  return a.lt(b) ? a : b;
}

/** `fixed(2/3, 2)` is `0.67`: rounded half-up (half away from zero below it), with all its decimals. */
export function fixed(number: Exact, places: number): string {
  const scale = 10n ** BigInt(places);
  const doubled = number.n * scale * 2n;
  const rounded = (doubled + number.d) / (2n * number.d);
  const digits = rounded.toString().padStart(places + 1, '0');
  const sign = number.s < 0n && rounded > 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The number as a plain decimal without trailing zeros, with at most so many significant digits. */
export function plain(number: Exact, significant = 60): string {
  const whole = (number.n / number.d).toString();
  const leadingZeros = whole === '0' && number.n > 0n ? zerosAfterPoint(number) : 0;
  const places = Math.max(0, significant + leadingZeros - (whole === '0' ? 0 : whole.length));
  const text = fixed(number, places);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

function zerosAfterPoint({ n, d }: Exact): number {
  let zeros = 0;
  for (let scaled = n * 10n; scaled < d; scaled *= 10n) zeros += 1;
  return zeros;
}
