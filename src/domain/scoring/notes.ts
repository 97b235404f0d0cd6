import { exact, ZERO } from '../exact.js';
import { hasEnded, isNotDue } from '../entries/due.js';
import type { ExplanationNote } from './explanation.js';
import type { Judgement } from './judgement.js';

/** What is worth saying about a score beside its arithmetic. */
export function notesOn({
  indicator,
  statistics,
  asOf,
  window,
  status,
  actual,
  unsettled,
  points,
  weight,
}: Judgement): ExplanationNote[] {
  const qualitative = indicator.comparator === 'qualitative';
  const notDue = isNotDue(indicator, asOf, window);
  const waits = (statistics.waiting ?? 0) > 0;
  const ended = hasEnded(indicator, asOf);
  const above = indicator.comparator === '=' && actual?.gt(exact(indicator.target ?? '0')) === true;
  const notes: [ExplanationNote, boolean][] = [
    ['commitment', weight.equals(ZERO)],
    ['not-due', notDue && status === 'nothing-reported'],
    ['nothing-reported', !notDue && !waits && status === 'nothing-reported'],
    ['waiting', waits && status === 'nothing-reported'],
    ['taken-up', indicator.firstMonth != null],
    ['ended', ended],
    ['not-applicable', !ended && status === 'not-applicable'],
    ['reopened', (statistics.reopened ?? 0) > 0],
    ['months-missing', status === 'scored' && unsettled > 0],
    ['rule-assumed', indicator.rule === null],
    ['rule-unfit', qualitative && indicator.rule === 'proportional'],
    ['above-equals', above],
    ['over-target', points?.overTarget === true],
    ['points-deducted', points?.deducted.gt(ZERO) === true],
  ];
  return notes.filter(([, holds]) => holds).map(([note]) => note);
}
