import { exact, fixed, HUNDRED } from '../../../../src/domain/exact.js';
import type { ProgressEntry } from '../../api/types.js';

/** What a month measured, as one number: a ratio in percent, a grade by its coefficient; null where there is none. */
export function monthlyValue(entry: ProgressEntry): string | null {
  const { value, numerator, denominator, coefficient, notApplicable } = entry;
  if (notApplicable) return null;
  if (value !== null) return value;
  if (numerator === null || denominator === null) return coefficient;
  const whole = exact(denominator);
  return whole.equals(exact('0')) ? null : fixed(exact(numerator).div(whole).mul(HUNDRED), 4);
}
