import { exact, plain, sum, ZERO } from '../exact.js';
import type { Month } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import { type Execution, type ExecutionScore, rateOf, scoreExecution } from './execution-score.js';
import type { Window } from '../calendar/window.js';
import { type IndicatorScore, printed } from './indicator-score.js';
import { isProvisional, judge, type JudgedFacts, type Judgement } from './judgement.js';
import { type PrintedTotal, printedTotal, type SheetTotal, totalOf } from './sheet-total.js';

/** A sheet's points as of a month. Decimal strings; `normalised` and `rating` are null when nothing is applicable. */
export interface SheetScore extends PrintedTotal {
  readonly policy: { readonly name: string; readonly version: string };
  readonly asOf: Month;
  /** The cap that took effect. */
  readonly cap: string | null;
  readonly provisional: boolean;
  readonly execution: ExecutionScore;
  /** In the order of the sheet. */
  readonly indicators: readonly IndicatorScore[];
}

export interface SheetToScore {
  readonly indicators: readonly JudgedFacts[];
  readonly execution: Execution;
  /** Points for budget execution; null takes the policy's. */
  readonly executionWeight: string | null;
  /** The fiscal year, unless the sheet says otherwise. */
  readonly window?: Window;
}

/** A sheet's score as exact numbers. */
export interface JudgedSheet extends SheetTotal {
  /** In the order of the sheet. */
  readonly indicators: readonly Judgement[];
  readonly execution: ExecutionScore;
  readonly provisional: boolean;
}

/** Judges a sheet (design, domain §4). Totals add the rounded scores, so the printed column adds up. */
export function judgeSheet(sheet: SheetToScore, asOf: Month, policy: Policy): JudgedSheet {
  const indicators = sheet.indicators.map((facts) => judge(facts, asOf, policy, sheet.window));
  const execution = scoreExecution(sheet.execution, exact(sheet.executionWeight ?? policy.executionWeight));
  const applicable = indicators.filter(({ status }) => status !== 'not-applicable');
  const executed = execution.score === null ? null : exact(execution.score);
  const raw = sum([...applicable.map(({ score }) => score ?? ZERO), executed ?? ZERO]);
  const max = sum([...applicable.map(({ weight }) => weight), executed ? exact(execution.max) : ZERO]);
  return {
    indicators,
    execution,
    ...totalOf(raw, max, rateOf(execution), policy),
    // A commitment is never scored, so its missing months leave the score final.
    provisional: indicators.some((judgement) => judgement.weight.gt(ZERO) && isProvisional(judgement)),
  };
}

/** Scores a sheet: what `judgeSheet` found, as decimal strings with explanations. */
export function scoreSheet(sheet: SheetToScore, asOf: Month, policy: Policy): SheetScore {
  return printedSheet(judgeSheet(sheet, asOf, policy), asOf, policy);
}

export function printedSheet(judged: JudgedSheet, asOf: Month, policy: Policy): SheetScore {
  const { cap, provisional, execution } = judged;
  return {
    policy: { name: policy.name, version: policy.version },
    asOf,
    ...printedTotal(judged),
    cap: cap && plain(cap),
    provisional,
    execution,
    indicators: judged.indicators.map((judgement) => printed(judgement, policy)),
  };
}
