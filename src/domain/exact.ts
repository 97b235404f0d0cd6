/**
 * An exact rational number (ADR 5). Values, weights, scores and money are never floats, and a result such as 2 ÷ 3 is
 * kept whole until it is printed: rounding in between would move points.
 *
 * Fractions are not reduced: a score takes a dozen operations, and a greatest common divisor after each of them would
 * cost more than all the rest.
 */
export class Exact {
  /** `d` is positive; the sign is that of `n`. */
  private constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}

  /** @throws RangeError for a denominator of 0 */
  static of(numerator: bigint, denominator = 1n): Exact {
    if (denominator === 0n) throw new RangeError('division by zero');
    return denominator < 0n ? new Exact(-numerator, -denominator) : new Exact(numerator, denominator);
  }

  add(other: Exact): Exact {
    if (this.d === other.d) return new Exact(this.n + other.n, this.d);
    // Decimals of different length: the sum needs no more digits than the longer one.
    if (this.d % other.d === 0n) return new Exact(this.n + other.n * (this.d / other.d), this.d);
    if (other.d % this.d === 0n) return new Exact(this.n * (other.d / this.d) + other.n, other.d);
    return new Exact(this.n * other.d + other.n * this.d, this.d * other.d);
  }

  sub(other: Exact): Exact {
    return this.add(new Exact(-other.n, other.d));
  }

  mul(other: Exact | number): Exact {
    if (typeof other === 'number') return new Exact(this.n * BigInt(other), this.d);
    return new Exact(this.n * other.n, this.d * other.d);
  }

  /** @throws RangeError for 0 */
  div(other: Exact | number): Exact {
    if (typeof other === 'number') return Exact.of(this.n, this.d * BigInt(other));
    return Exact.of(this.n * other.d, this.d * other.n);
  }

  lt(other: Exact | number): boolean {
    return this.compare(other) < 0n;
  }

  lte(other: Exact | number): boolean {
    return this.compare(other) <= 0n;
  }

  gt(other: Exact | number): boolean {
    return this.compare(other) > 0n;
  }

  gte(other: Exact | number): boolean {
    return this.compare(other) >= 0n;
  }

  equals(other: Exact | number): boolean {
    return this.compare(other) === 0n;
  }

  /** For drawing only. */
  valueOf(): number {
    return Number(plain(this, 17));
  }

  private compare(other: Exact | number): bigint {
    if (typeof other === 'number') return this.n - BigInt(other) * this.d;
    return this.d === other.d ? this.n - other.n : this.n * other.d - other.n * this.d;
  }
}

export const ZERO: Exact = Exact.of(0n);
export const ONE: Exact = Exact.of(1n);
export const HUNDRED: Exact = Exact.of(100n);

const POWERS = Array.from({ length: 80 }, (_, places) => 10n ** BigInt(places));
const powerOfTen = (places: number): bigint => POWERS[places] ?? 10n ** BigInt(places);

const ENTERED = /^-?\d{1,15}(\.\d{1,6})?$/;
const STORED = /^-?\d+(\.\d+)?$/;

/** Whether people may enter this text as a number: at most 15 digits before the point and 6 after it, no exponent. */
export function isDecimal(text: string): boolean {
  return ENTERED.test(text);
}

/** The number that a decimal string of our own (database, policy, checked entry) stands for. */
export function exact(text: string): Exact {
  if (!STORED.test(text)) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  const point = text.indexOf('.');
  if (point < 0) return Exact.of(BigInt(text));
  return Exact.of(BigInt(text.slice(0, point) + text.slice(point + 1)), powerOfTen(text.length - point - 1));
}

export function sum(numbers: readonly Exact[]): Exact {
  return numbers.reduce((total, number) => total.add(number), ZERO);
}

export function smaller(a: Exact, b: Exact): Exact {
  return a.lt(b) ? a : b;
}

export function larger(a: Exact, b: Exact): Exact {
  return a.lt(b) ? b : a;
}

/** Rounded half-up to so many decimals (half away from zero below it). */
export function rounded(number: Exact, places: number): Exact {
  return Exact.of(scaled(number, places), powerOfTen(places));
}

/** Cut to so many decimals, towards the smaller number. */
export function roundedDown(number: Exact, places: number): Exact {
  const scale = powerOfTen(places);
  const cut = (number.n * scale) / number.d;
  return Exact.of(number.n < 0n && cut * number.d !== number.n * scale ? cut - 1n : cut, scale);
}

export function roundedUp(number: Exact, places: number): Exact {
  return ZERO.sub(roundedDown(ZERO.sub(number), places));
}

/** `fixed(2/3, 2)` is `0.67`: rounded as above, with all its decimals. */
export function fixed(number: Exact, places: number): string {
  const whole = scaled(number, places);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  const sign = whole < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The number × 10^places, as a rounded integer. */
function scaled({ n, d }: Exact, places: number): bigint {
  const doubled = (n < 0n ? -n : n) * powerOfTen(places) * 2n;
  const magnitude = (doubled + d) / (2n * d);
  return n < 0n ? -magnitude : magnitude;
}

/** The number as a plain decimal without trailing zeros, with at most so many significant digits. */
export function plain(number: Exact, significant = 60): string {
  const n = number.n < 0n ? -number.n : number.n;
  const whole = (n / number.d).toString();
  const leadingZeros = whole === '0' && n > 0n ? zerosAfterPoint(n, number.d) : 0;
  const places = Math.max(0, significant + leadingZeros - (whole === '0' ? 0 : whole.length));
  const text = fixed(number, places);
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

function zerosAfterPoint(n: bigint, d: bigint): number {
  let zeros = 0;
  for (let tenfold = n * 10n; tenfold < d; tenfold *= 10n) zeros += 1;
  return zeros;
}
