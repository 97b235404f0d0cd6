import { exact, type Exact } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { type Month, monthNumber } from '../month.js';
import type { ExplanationNote } from './explanation.js';
import type { ScoreStatus } from './indicator-score.js';

/** What is worth saying about a score beside its arithmetic. */
export interface NotedFacts {
  readonly indicator: Indicator;
  readonly asOf: Month;
  readonly status: ScoreStatus;
  readonly actual: Exact | null;
  /** Missing months that could still change the score. */
  readonly missing: number;
  readonly overTarget: boolean;
  readonly deducted: Exact;
}

export function notesOn({
  indicator,
  asOf,
  status,
  actual,
  missing,
  overTarget,
  deducted,
}: NotedFacts): ExplanationNote[] {
  const qualitative = indicator.comparator === 'qualitative';
  const notDue = indicator.dueMonth != null && monthNumber(asOf) < indicator.dueMonth;
  const above = indicator.comparator === '=' && actual?.gt(exact(indicator.target ?? '0')) === true;
  const notes: [ExplanationNote, boolean][] = [
    ['commitment', exact(indicator.weight).equals(0)],
    ['not-due', notDue && status === 'nothing-reported'],
    ['nothing-reported', !notDue && status === 'nothing-reported'],
    ['not-applicable', status === 'not-applicable'],
    ['months-missing', status === 'scored' && missing > 0],
    ['rule-assumed', indicator.rule === null],
    ['rule-unfit', qualitative && indicator.rule === 'proportional'],
    ['above-equals', above],
    ['over-target', overTarget],
    ['points-deducted', deducted.gt(0)],
  ];
  return notes.filter(([, holds]) => holds).map(([note]) => note);
}
