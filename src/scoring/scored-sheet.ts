import type { Indicator } from '../domain/indicator.js';
import { type Pace, paceOf } from '../domain/pace.js';
import type { Month } from '../domain/month.js';
import type { Policy } from '../domain/policy.js';
import type { IndicatorScore } from '../domain/scoring/indicator-score.js';
import { scoreSheet, type SheetScore, type SheetToScore } from '../domain/scoring/sheet-score.js';

export interface ScoredIndicator extends IndicatorScore {
  readonly indicatorId: string;
  readonly pace: Pace;
}

/** A sheet's score as the API gives it and the database keeps it. */
export interface ScoredSheet extends SheetScore {
  readonly sheetId: string;
  readonly indicators: readonly ScoredIndicator[];
}

/** What the database knows of a sheet that is to be scored. */
export interface SheetFacts extends SheetToScore {
  readonly sheetId: string;
  readonly fiscalYear: number;
  readonly policy: string;
  readonly indicators: readonly (SheetToScore['indicators'][number] & {
    readonly indicator: Indicator & { id: string };
  })[];
}

export function scoredSheet(facts: SheetFacts, asOf: Month, policy: Policy): ScoredSheet {
  const score = scoreSheet(facts, asOf, policy);
  return {
    ...score,
    sheetId: facts.sheetId,
    indicators: facts.indicators.flatMap(({ indicator }, index) => {
      const scored = score.indicators[index];
      return scored ? [{ ...scored, indicatorId: indicator.id, pace: paceOf(indicator, scored, asOf, policy) }] : [];
    }),
  };
}
