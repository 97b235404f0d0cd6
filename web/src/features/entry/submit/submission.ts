import type { SeenEntry } from '../../../api/progress.js';
import { type EntryState, isOwed, stateOf } from '../cell-state.js';
import { entriesOf, type GridEntry } from '../grid/grid-entry.js';
import type { InHand } from '../saving/in-hand.js';

/** An entry that can be handed in, as it is stored: what is stored is what the screen shows. */
export interface SubmitLine {
  readonly entry: GridEntry;
  /** One for each indicator that it is entered for. */
  readonly seen: readonly SeenEntry[];
  /** It came back and was not typed into since: whoever has added evidence hands it in as it is. */
  readonly isReturned: boolean;
}

export interface Submission {
  readonly lines: readonly SubmitLine[];
  /** What the screen shows and the service does not hold: its row is held back. */
  readonly heldBack: readonly { readonly entry: GridEntry; readonly hand: InHand; readonly state: EntryState }[];
  /** Owed, and nothing stands in them. */
  readonly missing: readonly GridEntry[];
}

/** What handing in a month would hand in, and what not, row by row. */
export function submissionOf(entries: readonly GridEntry[], hands: ReadonlyMap<string, InHand>): Submission {
  const lines: SubmitLine[] = [];
  const heldBack: Submission['heldBack'][number][] = [];
  const missing: GridEntry[] = [];
  for (const entry of entries) {
    const hand = hands.get(entry.subject.key);
    if (hand) heldBack.push({ entry, hand, state: stateOf(entry, hand) });
    else if (!entry.entry && isOwed(entry)) missing.push(entry);
    else if (entry.entry && entry.lock === null) lines.push(lineOf(entry));
  }
  return { lines, heldBack, missing };
}

function lineOf(entry: GridEntry): SubmitLine {
  const seen = entry.row.indicators.flatMap((indicator) =>
    entriesOf({ ...entry.row, indicators: [indicator] }, entry.month).map(({ version }) => ({
      indicatorId: indicator.id,
      month: entry.month,
      version,
    })),
  );
  return { entry, seen, isReturned: entry.entry?.status === 'returned' };
}
