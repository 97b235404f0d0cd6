import type { EntryStatistics } from '../entry-statistics.js';
import { exact, type Exact, fixed, HUNDRED, plain, smaller, sum } from '../exact.js';
import type { Indicator } from '../indicator.js';
import type { Month } from '../month.js';
import type { Policy, Rating } from '../policy.js';
import { type Execution, type ExecutionScore, scoreExecution } from './execution-score.js';
import { type IndicatorScore, scoreIndicator } from './indicator-score.js';

/** A sheet's points as of a month. Decimal strings; `normalised` and `rating` are null when nothing is applicable. */
export interface SheetScore {
  readonly policy: { readonly name: string; readonly version: string };
  readonly asOf: Month;
  readonly raw: string;
  readonly max: string;
  /** raw ÷ max × 100, capped where the policy caps slow spending. */
  readonly normalised: string | null;
  readonly rating: Rating | null;
  /** The cap that took effect. */
  readonly cap: string | null;
  readonly provisional: boolean;
  readonly execution: ExecutionScore;
  /** In the order of the sheet. */
  readonly indicators: readonly IndicatorScore[];
}

export interface SheetToScore {
  readonly indicators: readonly { readonly indicator: Indicator; readonly statistics: EntryStatistics }[];
  readonly execution: Execution;
  /** Points for budget execution; null takes the policy's. */
  readonly executionWeight: string | null;
}

/** Scores a sheet (design, domain §4). Totals add the rounded scores, so the printed column adds up. */
export function scoreSheet(sheet: SheetToScore, asOf: Month, policy: Policy): SheetScore {
  const scores = sheet.indicators.map(({ indicator, statistics }) =>
    scoreIndicator(indicator, statistics, asOf, policy),
  );
  const execution = scoreExecution(sheet.execution, exact(sheet.executionWeight ?? policy.executionWeight));
  const counted = [...scores, execution].filter(({ score }) => score !== null);
  const raw = sum(counted.map(({ score }) => exact(score ?? '0')));
  const max = sum(counted.map((part) => exact(part.max)));
  const earned = max.gt(0) ? exact(fixed(raw.div(max).mul(HUNDRED), 2)) : null;
  const cap = earned && capFor(execution, earned, policy);
  const normalised = cap ?? earned;
  return {
    policy: { name: policy.name, version: policy.version },
    asOf,
    raw: fixed(raw, 2),
    max: plain(max),
    normalised: normalised && fixed(normalised, 2),
    rating: normalised && ratingFor(normalised, policy),
    cap: cap && plain(cap),
    // A commitment is never scored, so its missing months leave the score final.
    provisional: scores.some((score) => score.provisional && exact(score.max).gt(0)),
    execution,
    indicators: scores,
  };
}

/** The lowest cap for so slow a spending, where it lies below what was earned. */
function capFor({ score, spent, budget }: ExecutionScore, earned: Exact, { executionCaps }: Policy): Exact | null {
  if (score === null || spent === null || budget === null) return null;
  const rate = exact(spent).div(exact(budget));
  const caps = executionCaps.filter(({ below }) => rate.lt(exact(below))).map(({ cap }) => exact(cap));
  if (caps.length === 0) return null;
  const lowest = caps.reduce(smaller);
  return lowest.lt(earned) ? lowest : null;
}

function ratingFor(normalised: Exact, { ratings }: Policy): Rating | null {
  return ratings.find(({ from }) => normalised.gte(exact(from)))?.rating ?? null;
}
