import type { Problem } from '../../../../src/domain/domain-error.js';
import type { GridEntry } from './grid/grid-entry.js';
import type { InHand } from './saving/in-hand.js';

/** How an entry stands, each with a sign of its own: colour alone would tell nobody who cannot see it. */
export const STATE_SIGNS = {
  missing: '○',
  'not-due': '·',
  'not-open': '◌',
  typing: '…',
  sending: '↻',
  waiting: '⇡',
  invalid: '!',
  refused: '✕',
  conflict: '⇄',
  draft: '✎',
  reopened: '↺',
  returned: '↩',
  submitted: '▲',
  approved: '✓',
  'not-applicable': '–',
} as const;

export type EntryState = keyof typeof STATE_SIGNS;

interface Standing {
  readonly grid: Pick<GridEntry, 'entry' | 'lock'>;
  readonly hand: InHand | undefined;
  readonly isDue: boolean;
}

/** What was typed and is not saved goes before what is stored: the cell shows it. */
export function stateOf({ grid: { entry, lock }, hand, isDue }: Standing): EntryState {
  if (hand) return handState(hand);
  if (entry?.notApplicable && entry.status === 'draft') return 'not-applicable';
  if (entry?.status === 'draft' && entry.lastApproved) return 'reopened';
  if (entry) return entry.status;
  if (lock === 'not-open') return 'not-open';
  return isDue ? 'missing' : 'not-due';
}

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
}

export function countsOf(entries: readonly GridEntry[], hands: ReadonlyMap<string, InHand>): Counts {
  const counts = { saved: 0, unsaved: 0, invalid: 0 };
  for (const { subject, entry } of entries) {
    const hand = hands.get(subject.key);
    if (hand) counts[handState(hand) === 'invalid' ? 'invalid' : 'unsaved'] += 1;
    else if (entry) counts.saved += 1;
  }
  return counts;
}
