import { targetText } from '../../../../src/domain/scoring/explain.js';
import type { ScoredIndicator } from '../../../../src/scoring/scored-sheet.js';
import type { SheetIndicator, TargetSheet } from '../../api/types.js';
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

export function printedTarget(indicator: Omit<SheetIndicator, 'basis'>, perMonth: string): string {
  if (indicator.comparator === 'qualitative') return indicator.targetText ?? '—';
  return targetText(indicator) + (indicator.per === 'month' ? perMonth : '');
}

export function printedActual({ unit }: SheetIndicator, { actual }: ScoredIndicator): string | null {
  return actual === null ? null : `${decimal(actual, 2)} ${unit ?? ''}`.trim();
}
