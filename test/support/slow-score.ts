import Fraction from 'fraction.js';

/** What an indicator is judged by from a month of the year (1–12) on. */
export interface Held {
  readonly from: number;
  readonly comparator: '>=' | '>' | '=' | '<=' | '<' | 'range' | 'by';
  /** A number, or a day of the year 2026. */
  readonly target: string;
  readonly upper: string | null;
  readonly weight: string;
  readonly rule: 'proportional' | 'direct' | 'graded' | null;
  readonly endMonth: number | null;
}

/** What was approved of a month; null: nothing. */
export type Said =
  | { readonly value: string }
  | { readonly numerator: string; readonly denominator: string }
  | { readonly completedOn: string }
  | 'n/a'
  | null;

export interface SlowCase {
  readonly aggregation: string;
  /** First month that is asked for, where the year began without it; nothing is said of those before. */
  readonly firstMonth: number | null;
  /** Oldest first; the first holds from January on. */
  readonly held: readonly Held[];
  /** January to December. */
  readonly said: readonly Said[];
}

const of = (text: string): Fraction => new Fraction(text);
const total = (numbers: readonly Fraction[]): Fraction => numbers.reduce((a, b) => a.add(b), new Fraction(0));

/**
 * The points of one indicator as of a month under the national rules, read off the design (domain.md §2, §3) step by
 * step and without a line of the product: slow, and easy to check by eye. null: left out of score and maximum.
 */
export function slowScore({ aggregation, firstMonth, held, said }: SlowCase, asOf: number): string | null {
  const inForce = (month: number): Held => [...held].reverse().find(({ from }) => from <= month) ?? held[0]!;
  const now = inForce(asOf);
  if (now.endMonth !== null && asOf > now.endMonth) return null;
  const known = said.slice(0, asOf).flatMap((what, place) => (what === null ? [] : [{ month: place + 1, what }]));
  const reported = known.flatMap(({ month, what }) => (what === 'n/a' ? [] : [{ month, what }]));
  const span = { 'each-month': 1, 'each-quarter': 3, 'each-half-year': 6 }[aggregation];
  const firstAsked = firstMonth ?? 1;
  const firstEnd = Math.ceil(firstAsked / (span ?? 1)) * (span ?? 1);
  const firstDue = now.comparator === 'by' ? Number(now.target.slice(5, 7)) : firstEnd;
  // Ended before anything of it was due: what was entered by then belongs to a quarter that never was one.
  if (now.endMonth !== null && now.endMonth < firstDue && (reported.length === 0 || span !== undefined)) return null;
  if (known.length === 0) return '0.00';
  if (reported.length === 0) return null;

  const valueOf = (what: Exclude<Said, null | 'n/a'>): Fraction => of('value' in what ? what.value : '0');
  const weigh = (share: Fraction): string => halfUp(of(now.weight).mul(share));
  if (now.comparator === 'by') {
    const last = reported.at(-1)!.what;
    return weigh(new Fraction('completedOn' in last && last.completedOn <= now.target ? 1 : 0));
  }

  if (span !== undefined) {
    const shares: Fraction[] = [];
    let allMet = true;
    for (let end = firstEnd; end <= asOf; end += span) {
      const months = known.filter(({ month }) => month > end - span && month <= end);
      const values = months.flatMap(({ what }) => (what === 'n/a' ? [] : [valueOf(what)]));
      const isSaid = months.some(({ month }) => month === end);
      if (values.length === 0 && isSaid) continue; // not applicable as a whole
      if (values.length === 0 || !meets(inForce(end), total(values))) allMet = false;
      shares.push(values.length > 0 ? share(inForce(end), total(values)) : new Fraction(0));
    }
    if (shares.length === 0) return asOf < firstEnd ? '0.00' : null; // not due yet, or nothing of it applied
    return weigh(byRule(now, total(shares).div(shares.length), allMet));
  }

  const values = reported.map(({ what }) => valueOf(what));
  let actual: Fraction;
  if (aggregation === 'ratio') {
    const cases = reported.map(({ what }) => ('numerator' in what ? what : { numerator: '0', denominator: '0' }));
    const whole = total(cases.map(({ denominator }) => of(denominator)));
    if (whole.equals(0)) return null;
    actual = total(cases.map(({ numerator }) => of(numerator)))
      .mul(100)
      .div(whole);
  } else if (aggregation === 'sum') actual = total(values);
  else if (aggregation === 'average') actual = total(values).div(values.length);
  else if (aggregation === 'latest') actual = values.at(-1)!;
  else if (aggregation === 'max') actual = values.reduce((a, b) => (a.compare(b) > 0 ? a : b));
  else actual = values.reduce((a, b) => (a.compare(b) < 0 ? a : b));
  return weigh(byRule(now, share(now, actual), meets(now, actual)));
}

function byRule({ rule }: Held, share: Fraction, met: boolean): Fraction {
  if (rule === 'direct') return new Fraction(met ? 1 : 0);
  if (rule !== 'graded') return share;
  if (share.compare(1) >= 0) return new Fraction(1);
  if (share.compare('0.8') >= 0) return new Fraction('0.8');
  return new Fraction(share.compare('0.6') >= 0 ? '0.5' : 0);
}

function share({ comparator, target, upper }: Held, actual: Fraction): Fraction {
  const goal = of(target);
  const top = comparator === 'range' ? of(upper!) : goal;
  const reaching = goal.compare(0) > 0 ? actual.div(goal) : new Fraction(1);
  const staying = actual.compare(top) <= 0 ? new Fraction(1) : top.div(actual);
  const capped = reaching.compare(1) > 0 ? new Fraction(1) : reaching;
  if (comparator === '>=' || comparator === '>') return capped;
  if (comparator === '<=' || comparator === '<') return staying;
  if (actual.compare(goal) < 0) return capped;
  if (comparator === 'range') return staying;
  // `=` exceeded earns all under the national rules; but 0 accidents is a ceiling.
  return new Fraction(goal.equals(0) && actual.compare(0) > 0 ? 0 : 1);
}

function meets({ comparator, target, upper }: Held, actual: Fraction): boolean {
  const side = actual.compare(target);
  return {
    '>=': side >= 0,
    '>': side > 0,
    '<=': side <= 0,
    '<': side < 0,
    '=': side === 0,
    range: side >= 0 && actual.compare(upper ?? target) <= 0,
    by: false,
  }[comparator];
}

/** Hundredths, half of one upwards. */
function halfUp(number: Fraction): string {
  const cents = number.mul(100).add('1/2').floor().valueOf();
  return (cents / 100).toFixed(2);
}
