import { targetText } from '../../../../src/domain/scoring/explain.js';
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

export function printedTarget(indicator: Target, perMonth: string): string {
  if (indicator.comparator === 'qualitative') return indicator.targetText ?? '—';
  return targetText(indicator) + (indicator.per === 'month' ? perMonth : '');
}

export function printedActual({ unit }: SheetIndicator, { actual }: ScoredIndicator): string | null {
  return actual === null ? null : `${decimal(actual, 2)} ${unit ?? ''}`.trim();
}
