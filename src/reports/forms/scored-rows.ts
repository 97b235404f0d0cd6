import { exact } from '../../domain/exact.js';
import type { ScoredIndicator } from '../../scoring/scored-sheet.js';
import type { ReportedIndicator, ReportedSheet } from '../content/report-content.js';

export interface IndicatorRow {
  readonly indicator: ReportedIndicator;
  readonly score: ScoredIndicator;
}

/** Each indicator with its score, commitments included. */
export const allRows = ({ indicators, score }: ReportedSheet): IndicatorRow[] =>
  indicators.flatMap((indicator, index) => {
    const scored = score.indicators[index];
    return scored ? [{ indicator, score: scored }] : [];
  });

/** The published indicators: a commitment is tracked, but no form asks for it. */
export const scoredRows = (sheet: ReportedSheet): IndicatorRow[] =>
  allRows(sheet).filter(({ score }) => exact(score.max).gt(0));
