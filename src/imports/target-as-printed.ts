import { perText } from '../domain/printed/target-text.js';
import type { IndicatorDraft } from './sheet-draft.js';

/** A target as a document would print it, such as `>=4篇/月`; '' where nobody has said it. */
export function targetAsPrinted({
  comparator,
  target,
  targetUpper,
  unit,
  per,
}: Pick<IndicatorDraft, 'comparator' | 'target' | 'targetUpper' | 'unit' | 'per'>): string {
  if (comparator === null || comparator === 'qualitative') return target ?? '';
  if (comparator === 'by') return `${target ?? ''}前`;
  const figure = comparator === 'range' ? `${target ?? ''}-${targetUpper ?? ''}` : `${comparator}${target ?? ''}`;
  return `${figure}${unit ?? ''}${perText(per, 'zh')}`;
}
