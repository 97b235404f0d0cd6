import { isDecimal } from '../../../../../src/domain/exact.js';
import { foreignTo, plainText } from './plain-text.js';
import { type Reading, unreadable } from './unreadable.js';

const GROUPED = /^-?[1-9]\d{0,2}([, ]\d{3})+(\.\d+)?$/;
const DATE = /^\d{4}[-/.年]\d|^\d{1,2}[-/]\d{1,2}$|[月日]$/;

/**
 * Thousands may be grouped, full-width digits are digits, and where the unit is % or ‰ the sign may be written: `1,234` is
 * 1234, but `1,5` is nobody's guess.
 */
export function readNumber(text: string, unit: string | null): Reading {
  const plain = plainText(text);
  if (plain === '') return { value: null };
  const foreign = foreignTo(plain);
  if (foreign) return unreadable(foreign, plain);
  const sign = /[%‰]$/.exec(plain)?.[0];
  if (sign !== undefined && sign !== unit) return unreadable('percent', plain);
  const number = (sign === undefined ? plain : plain.slice(0, -1).trimEnd()).replace(/^\+/, '');
  const digits = GROUPED.test(number) ? number.replace(/[, ]/g, '') : number;
  return isDecimal(digits) ? { value: withoutLeadingZeros(digits) } : unreadable(whyNot(digits), plain);
}

/** As the service gives it back: what it holds and what stands in the cell are compared letter by letter. */
const withoutLeadingZeros = (digits: string): string =>
  digits.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-(?=0(?:\.0*)?$)/, '');

function whyNot(digits: string): Parameters<typeof unreadable>[0] {
  if (/^-?\d+(\.\d+)?$/.test(digits)) return 'too-long';
  if (/^-?[\d,]*,[\d,]*(\.\d+)?$/.test(digits)) return 'comma';
  if (/^-?\d+(\.\d+)?E[+-]?\d+$/i.test(digits)) return 'exponent';
  return DATE.test(digits) ? 'date-for-number' : 'number';
}
