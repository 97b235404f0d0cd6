import { exact, fixed, plain } from '../domain/exact.js';
import { type Month, yearOf } from '../domain/month.js';
import type { Light } from '../domain/outlook/light.js';
import { judgePace } from '../domain/outlook/pace.js';
import { paceOfSheet } from '../domain/outlook/sheet-outlook.js';
import type { Policy } from '../domain/policy.js';
import type { ScoreStatus } from '../domain/scoring/judgement.js';
import { judgeSheet } from '../domain/scoring/sheet-score.js';
import { wholeYear } from '../domain/window.js';
import type { SheetFacts } from './scored-sheet.js';
import type { SheetScore } from './sheet-score.entity.js';

/** What lists and roll-ups need of an indicator's score; decimal strings. */
export interface StoredIndicator {
  readonly id: string;
  readonly status: ScoreStatus;
  readonly actual: string | null;
  readonly score: string | null;
  /** Of a reviewed score what the formula gives; left out elsewhere. */
  readonly formula?: string;
  readonly max: string;
  readonly light: Light;
  /** Months that are due and have no entry. */
  readonly missing: number;
}

export type StoredScore = Omit<SheetScore, 'sheet' | 'scoredAt'>;

/** The score of a sheet as it is stored: the same judgement as everywhere, without its explanations. */
export function storedScore(facts: SheetFacts, asOf: Month, policy: Policy): StoredScore {
  const judged = judgeSheet(facts, asOf, policy);
  const paced = judged.indicators.map((judgement) => ({
    weight: judgement.weight,
    pace: judgePace(judgement, policy),
  }));
  const window = facts.window ?? wholeYear(yearOf(asOf));
  const pace = paceOfSheet(paced, judged.execution, asOf, window, policy);
  return {
    sheetId: facts.sheetId,
    asOf,
    policy: policy.name,
    policyVersion: policy.version,
    raw: fixed(judged.raw, 2),
    max: plain(judged.max),
    normalised: judged.normalised && fixed(judged.normalised, 2),
    rating: judged.rating,
    provisional: judged.provisional,
    light: pace.light,
    paceRaw: pace.raw,
    paceMax: pace.max,
    indicators: judged.indicators.map(({ status, actual, score, points, override, weight, missing }, place) => ({
      id: facts.indicators[place]?.indicator.id ?? '',
      status,
      actual: actual && plain(actual),
      score: score && fixed(score, 2),
      ...(override && { formula: fixed(points?.score ?? exact('0'), 2) }),
      max: plain(weight),
      light: paced[place]?.pace.light ?? 'grey',
      missing,
    })),
  };
}
