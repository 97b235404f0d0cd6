import { isDecimal } from '@domain/exact.js';
import { foreignTo, plainText } from './plain-text.js';
import { type Reading, unreadable } from './unreadable.js';

const GROUPED = /^-?[1-9]\d{0,2}([, ]\d{3})+(\.\d+)?$/;
const DATE = /^\d{4}[-/.年]\d|^\d{1,2}[-/]\d{1,2}$|[月日]$/;

/**
 * Thousands may be grouped, full-width digits are digits, and the indicator's own unit may be written: `1,234篇` is 1234, but
 * `1,5` is nobody's guess, and `3万` is not read where 元 are wanted.
 */
export function readNumber(text: string, unit: string | null): Reading {
  const said = plainText(text);
  if (said === '') return { value: null };
  const plain = unit && said !== unit && said.endsWith(unit) ? said.slice(0, -unit.length).trimEnd() : said;
  const foreign = foreignTo(plain);
  if (foreign) return unreadable(foreign, said);
  if (/[%‰]$/.test(plain)) return unreadable('percent', said);
  const number = plain.replace(/^\+/, '');
  const digits = GROUPED.test(number) ? number.replace(/[, ]/g, '') : number;
  return isDecimal(digits) ? { value: withoutLeadingZeros(digits) } : unreadable(whyNot(digits), said);
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
