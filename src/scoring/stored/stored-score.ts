import { fixed, plain, ZERO } from '../../domain/exact.js';
import { type Month, yearOf } from '../../domain/calendar/month.js';
import type { Light } from '../../domain/outlook/light.js';
import { outlookOf } from '../../domain/outlook/outlook.js';
import { type JudgedPace, judgePace } from '../../domain/outlook/pace.js';
import { paceOfSheet } from '../../domain/outlook/sheet-pace.js';
import type { Policy } from '../../domain/policy.js';
import type { Judgement, ScoreStatus } from '../../domain/scoring/judgement.js';
import { notesOn } from '../../domain/scoring/notes.js';
import { isUnjudged } from '../../domain/scoring/unjudged.js';
import { judgeSheet } from '../../domain/scoring/sheet-score.js';
import { wholeYear } from '../../domain/calendar/window.js';
import type { IndicatorFacts, SheetFacts } from '../scored-sheet.js';
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
  /** Points against the target to date; null while not due, and when not applicable. */
  readonly paceScore: string | null;
  readonly light: Light;
  /** Months that are due and have no entry. */
  readonly missing: number;
  /** All or nothing and heading for a miss; left out elsewhere. */
  readonly atRisk?: true;
  /** The month in which a ceiling will be passed if the year goes on like this; left out elsewhere. */
  readonly breach?: Month;
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
  const seen = judged.indicators.map((judgement) => ({
    status: judgement.status,
    explanation: { firstMonth: judgement.indicator.firstMonth ?? null, notes: notesOn(judgement) },
  }));
  // What nobody was asked for yet is no 0 points, and no rating of them.
  const unjudged = isUnjudged({ asOf, indicators: seen });
  return {
    sheetId: facts.sheetId,
    asOf,
    policy: policy.name,
    policyVersion: policy.version,
    raw: fixed(judged.raw, 2),
    max: plain(judged.max),
    normalised: unjudged ? null : judged.normalised && fixed(judged.normalised, 2),
    rating: unjudged ? null : judged.rating,
    unjudged,
    provisional: judged.provisional,
    missing: judged.indicators.reduce((sum, { missing }) => sum + missing, 0),
    light: unjudged ? 'grey' : pace.light,
    paceRaw: pace.raw,
    paceMax: pace.max,
    paceNormalised: unjudged ? null : pace.normalised,
    paceRating: unjudged ? null : pace.rating,
    executionRate: judged.execution.rate,
    indicators: judged.indicators.flatMap((judgement, index) => {
      const [known, inPace] = [facts.indicators[index], paced[index]];
      return known && inPace ? [storedIndicator(judgement, inPace.pace, known, policy)] : [];
    }),
  };
}

function storedIndicator(
  judgement: Judgement,
  pace: JudgedPace,
  facts: IndicatorFacts,
  policy: Policy,
): StoredIndicator {
  const { status, actual, score, points, override, weight, missing } = judgement;
  return {
    id: facts.indicator.id,
    status,
    actual: actual ? plain(actual) : (judgement.statistics.completedOn ?? null),
    score: score && fixed(score, 2),
    ...(override && { formula: fixed(points?.score ?? ZERO, 2) }),
    max: plain(weight),
    paceScore: pace.score && fixed(pace.score, 2),
    light: pace.light,
    missing,
    ...warnings(judgement, facts, policy),
  };
}

/** Only a few indicators can warn; the outlook of the others is made when somebody asks. */
function warnings(
  judgement: Judgement,
  facts: IndicatorFacts,
  policy: Policy,
): Pick<StoredIndicator, 'atRisk' | 'breach'> {
  const { indicator, target } = judgement;
  const isCeiling = target !== null && ['<=', '<', 'range'].includes(target.comparator);
  if (indicator.rule !== 'direct' && !isCeiling) return {};
  const { entries = [], lastYear } = facts;
  const { atRisk, breach } = outlookOf(judgement, { entries, lastYear }, policy);
  return { ...(atRisk && { atRisk }), ...(breach && !breach.passed && { breach: breach.month }) };
}
