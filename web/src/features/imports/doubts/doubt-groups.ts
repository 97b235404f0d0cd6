import type { Doubt, DoubtAnswer } from '../../../api/imports.js';
import { grouped } from '../../../components/grouped.js';
import { SEVERITIES } from './doubt-counts.js';

export interface DoubtGroup {
  readonly code: Doubt['code'];
  readonly severity: Doubt['severity'];
  readonly doubts: readonly Doubt[];
  /** What several of them can be answered by at once, with how many those are. */
  readonly common: readonly { readonly answer: DoubtAnswer; readonly count: number }[];
}

/** One kind of doubt is one piece of work: errors first, then what concerns most rows. */
export function doubtGroups(doubts: readonly Doubt[]): DoubtGroup[] {
  return grouped(doubts, ({ code }) => code)
    .map(([code, members]) => ({ code, severity: worst(members), doubts: members, common: commonAnswers(members) }))
    .sort(
      (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.doubts.length - a.doubts.length,
    );
}

const worst = (doubts: readonly Doubt[]): Doubt['severity'] =>
  SEVERITIES.find((severity) => doubts.some((doubt) => doubt.severity === severity)) ?? 'info';

/** The same choice may mean something else in each row (95 %, 0.95 %): only what is worded alike is offered for all. */
function commonAnswers(doubts: readonly Doubt[]): DoubtGroup['common'] {
  const byChoice = grouped(
    doubts.flatMap(({ answers }) => answers),
    ({ choice }) => choice,
  );
  return byChoice.flatMap(([, answers]) => {
    const [answer] = answers;
    const isAlike = answers.every(({ label }) => label.zh === answer?.label.zh);
    return answer && answers.length > 1 && isAlike ? [{ answer, count: answers.length }] : [];
  });
}
