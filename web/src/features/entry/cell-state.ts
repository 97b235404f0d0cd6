import type { Problem } from '@domain/domain-error.js';
import { owesMonth } from '@domain/entries/due.js';
import type { GridEntry } from './grid/grid-entry.js';
import { openQuestions } from './open-questions.js';
import type { InHand } from './saving/in-hand.js';

/** How an entry stands, each with a sign of its own: colour alone would tell nobody who cannot see it. */
export const STATE_SIGNS = {
  missing: '○',
  'not-due': '·',
  'not-open': '◌',
  'not-begun': '□',
  ended: '■',
  closed: '⊘',
  typing: '…',
  sending: '↻',
  waiting: '⇡',
  invalid: '!',
  refused: '✕',
  conflict: '⇄',
  draft: '✎',
  asked: '?',
  reopened: '↺',
  returned: '↩',
  submitted: '▲',
  approved: '✓',
  'not-applicable': '–',
} as const;

export type EntryState = keyof typeof STATE_SIGNS;

/** What was typed and is not saved goes before what is stored: the cell shows it. */
export function stateOf(grid: GridEntry, hand: InHand | undefined): EntryState {
  const { entry, lock, stored } = grid;
  if (hand) return handState(hand);
  if (lock === 'closed') return lock;
  if (entry?.status === 'draft') {
    if (entry.notApplicable) return 'not-applicable';
    if (entry.lastApproved) return 'reopened';
    return openQuestions(grid, stored.content).length > 0 ? 'asked' : 'draft';
  }
  return (
    entry?.status ??
    (lock === 'not-open' || lock === 'not-begun' || lock === 'ended' ? lock : isOwed(grid) ? 'missing' : 'not-due')
  );
}

/** Whether anything that the row is entered for owes the month. */
export const isOwed = ({ row, month }: GridEntry): boolean =>
  row.indicators.some((indicator) => owesMonth(indicator, month));

function handState(hand: InHand): EntryState {
  const { phase } = hand;
  if (phase.kind === 'conflict' || phase.kind === 'sending') return phase.kind;
  if (problemsOf(hand).length > 0) return 'invalid';
  return phase.kind === 'typed' ? 'typing' : phase.kind;
}

/** What keeps an entry from being saved, in the words of its fields. */
export const problemsOf = (hand: InHand | undefined): readonly Problem[] =>
  hand ? hand.subject.check(hand.typed).problems : [];

/** How the entries that are shown stand towards the service. */
export interface Counts {
  readonly saved: number;
  readonly unsaved: number;
  readonly invalid: number;
  /** Saved, and asked whether the value is right. */
  readonly asked: number;
}

export function countsOf(entries: readonly GridEntry[], hands: ReadonlyMap<string, InHand>): Counts {
  const counts = { saved: 0, unsaved: 0, invalid: 0, asked: 0 };
  for (const entry of entries) {
    const hand = hands.get(entry.subject.key);
    if (hand) counts[handState(hand) === 'invalid' ? 'invalid' : 'unsaved'] += 1;
    else if (entry.entry) counts.saved += 1;
    if (!hand && stateOf(entry, hand) === 'asked') counts.asked += 1;
  }
  return counts;
}
