import type { ProgressEntry } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

/** What was entered, as people read it; null for a grade or N/A, which need words. */
export function enteredNumber({ value, numerator, denominator }: ProgressEntry): string | null {
  if (value !== null) return decimal(value);
  return numerator === null || denominator === null ? null : `${decimal(numerator)} / ${decimal(denominator)}`;
}
