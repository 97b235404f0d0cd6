import type { Indicator, MonthlyEntry } from '../domain/indicator.js';
import type { Month } from '../domain/calendar/month.js';
import { yearOf } from '../domain/calendar/month.js';
import type { LastYear } from '../domain/outlook/forecast.js';
import { type Outlook, outlookOf } from '../domain/outlook/outlook.js';
import { judgePace, type Pace, printedPace } from '../domain/outlook/pace.js';
import { outlookOfSheet, type SheetOutlook } from '../domain/outlook/sheet-outlook.js';
import { paceOfSheet, type SheetPace } from '../domain/outlook/sheet-pace.js';
import type { Policy } from '../domain/policy.js';
import type { IndicatorScore } from '../domain/scoring/indicator-score.js';
import type { JudgedFacts } from '../domain/scoring/judgement.js';
import { judgeSheet, printedSheet, type SheetScore, type SheetToScore } from '../domain/scoring/sheet-score.js';
import { wholeYear } from '../domain/calendar/window.js';

export interface ScoredIndicator extends IndicatorScore {
  readonly indicatorId: string;
  readonly pace: Pace;
  readonly outlook: Outlook;
}

/** A sheet's score with its three views (design, domain §5), as the API gives it and reports freeze it. */
export interface ScoredSheet extends SheetScore {
  readonly sheetId: string;
  readonly pace: SheetPace;
  readonly outlook: SheetOutlook;
  readonly indicators: readonly ScoredIndicator[];
}

/** What the database knows of a sheet that is to be scored. */
export interface SheetFacts extends SheetToScore {
  readonly sheetId: string;
  readonly fiscalYear: number;
  readonly policy: string;
  readonly indicators: readonly IndicatorFacts[];
}

export interface IndicatorFacts extends JudgedFacts {
  readonly indicator: Indicator & { readonly id: string };
  /** What the forecast goes by; only there where an outlook is asked for. */
  readonly entries?: readonly MonthlyEntry[];
  readonly lastYear?: readonly LastYear[];
}

export function scoredSheet(facts: SheetFacts, asOf: Month, policy: Policy): ScoredSheet {
  const window = facts.window ?? wholeYear(yearOf(asOf));
  const judged = judgeSheet(facts, asOf, policy);
  const score = printedSheet(judged, asOf, policy);
  const paced = judged.indicators.map((judgement) => ({
    weight: judgement.weight,
    pace: judgePace(judgement, policy),
  }));
  const indicators = facts.indicators.flatMap(({ indicator, entries = [], lastYear }, place) => {
    const [judgement, printed, pace] = [judged.indicators[place], score.indicators[place], paced[place]?.pace];
    if (!judgement || !printed || !pace) return [];
    const outlook = outlookOf(judgement, { entries, lastYear }, policy);
    return [{ ...printed, indicatorId: indicator.id, pace: printedPace(pace), outlook }];
  });
  return {
    ...score,
    sheetId: facts.sheetId,
    pace: paceOfSheet(paced, score.execution, asOf, window, policy),
    outlook: outlookOfSheet(indicators, score.execution, asOf, window, policy),
    indicators,
  };
}
