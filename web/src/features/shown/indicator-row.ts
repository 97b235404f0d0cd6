import type { Language } from '@domain/domain-error.js';
import { targetText } from '@domain/printed/target-text.js';
import type { ScoredIndicator, SheetIndicator, TargetSheet } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

/** A row of the table: an indicator and its score. */
export interface IndicatorRow {
  readonly indicator: SheetIndicator;
  readonly score: ScoredIndicator;
}

export function rowsOf({ indicators }: TargetSheet, scored: readonly ScoredIndicator[]): IndicatorRow[] {
  const byId = new Map(scored.map((score) => [score.indicatorId, score]));
  return indicators.flatMap((indicator) => {
    const score = byId.get(indicator.id);
    return score ? [{ indicator, score }] : [];
  });
}

type Target = Pick<SheetIndicator, 'comparator' | 'target' | 'targetUpper' | 'targetText' | 'unit' | 'per'>;

export function printedTarget(indicator: Target, language: Language): string {
  if (indicator.comparator === 'qualitative') return indicator.targetText ?? '—';
  return targetText(indicator, language);
}

export function printedActual({ comparator, unit }: SheetIndicator, { actual }: ScoredIndicator): string | null {
  if (actual === null) return null;
  return comparator === 'by' ? actual : `${decimal(actual, 2)} ${unit ?? ''}`.trim();
}
