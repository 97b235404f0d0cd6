import type { TFunction } from 'i18next';
import type { EntryContent } from '../../api/progress.js';
import { decimal } from '../../components/decimal.js';

/** What was entered, in a word: 12 / 17, 达成 0.9, 不适用. */
export function describeEntry(entry: EntryContent, t: TFunction): string {
  if (entry.notApplicable) return t('table.notApplicable');
  if (entry.grade !== null) return `${t(`grade.${entry.grade}`)} ${entry.coefficient ?? ''}`.trim();
  if (entry.completedOn !== null) return entry.completedOn;
  if (entry.value !== null) return decimal(entry.value);
  const { numerator, denominator } = entry;
  return numerator === null || denominator === null ? '—' : `${decimal(numerator)} / ${decimal(denominator)}`;
}
