import { entryKind } from '../../../../src/domain/entry-rules.js';
import type { EntryContent } from '../../api/progress.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { contentOf, plainNumber } from './entry-content.js';

/** An entry in one cell: 12, or 12/17 for a ratio, or the coefficient of a grade, or a day. */
export function textOf(entry: ProgressEntry | undefined): string {
  if (!entry) return '';
  if (entry.notApplicable) return 'N/A';
  const { value, numerator, denominator, coefficient, completedOn } = entry;
  if (value !== null) return value;
  if (completedOn !== null) return completedOn;
  return numerator === null || denominator === null ? (coefficient ?? '') : `${numerator}/${denominator}`;
}

/** What the text of a cell says; remarks that stand in the entry stay. Null: a grade, which one cell cannot hold. */
export function contentIn(
  text: string,
  indicator: IndicatorMonths,
  entry: ProgressEntry | undefined,
): EntryContent | null {
  const before = contentOf(entry);
  switch (entryKind(indicator)) {
    case 'value':
      return { ...before, value: plainNumber(text) };
    case 'ratio': {
      const [numerator = '', denominator = ''] = text.normalize('NFKC').split('/');
      return { ...before, numerator: plainNumber(numerator), denominator: plainNumber(denominator) };
    }
    case 'date':
      return { ...before, completedOn: text.trim() === '' ? null : text.normalize('NFKC').trim() };
    case 'grade':
      return null;
  }
}
