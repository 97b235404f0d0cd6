import type { Typed } from '../typed.js';
import { batchesOf } from './batches.js';
import {
  type InHand,
  isReady,
  keepingMine,
  type Outcome,
  rebased,
  sending,
  settled,
  type Stored,
  type Subject,
  takingTheirs,
  type ToSave,
  toSave,
  typedInto,
} from './in-hand.js';
import type { Journal, Journalled } from './journal.js';
import { type Step, UndoHistory } from './undo.js';

/** What the engine needs of the world. */
export interface Surroundings {
  /** Saves entries of one month, or one of a measure; what became of each, in their order. */
  readonly send: (batch: readonly ToSave[]) => Promise<readonly Outcome[]>;
  readonly now: () => number;
  /** @returns a function that calls it off */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** Somebody who types goes on typing: a number is saved when it is likely to be whole. */
const QUIET_MS = 700;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** An entry and what the service holds of it as the page knows. */
export interface Seen {
  readonly subject: Subject;
  readonly stored: Stored;
}

/** Where a page finds the entry of a key. */
export type Find = (place: { readonly key: string; readonly month: string }) => Seen | null;

/**
 * Saves what is typed, wherever on the pages: kept in the journal at once, sent in batches when it is quiet, tried again
 * while the service cannot be reached, merged with what others have saved meanwhile. It lives as long as the session, not
 * as long as a page: whoever leaves a grid loses nothing of it.
 */
export class EntrySaving {
  private hands = new Map<string, InHand>();
  private readonly typedAt = new Map<string, number>();
  private readonly underway = new Set<Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private readonly undoHistory = new UndoHistory();
  /** From an earlier session: not of an entry that a page has shown since. */
  private readonly left: Map<string, Journalled>;
  private failures = 0;
  private retryAt = 0;
  private callOff: () => void = () => undefined;
  private isStopped = false;

  constructor(
    private readonly surroundings: Surroundings,
    private readonly journal: Journal,
  ) {
    this.left = new Map(journal.read().map((entry) => [entry.key, entry]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly hand = (key: string): InHand | undefined => this.hands.get(key);

  /** Everything that is not saved; another map after each change. */
  readonly all = (): ReadonlyMap<string, InHand> => this.hands;

  /** Months of which something was typed in an earlier session and waits for its page. */
  readonly monthsLeft = (): string[] => [...new Set([...this.left.values()].map(({ month }) => month))].sort();

  /** A page shows entries: what was left of them goes on. @param find null for those that it does not show */
  meet(find: Find): void {
    const met = [...this.left.values()].flatMap((entry) => {
      const seen = find(entry);
      return seen ? [{ entry, seen }] : [];
    });
    for (const { entry, seen } of met) {
      const { subject, stored } = seen;
      this.left.delete(subject.key);
      const hand: InHand = { subject, base: entry.base, typed: entry.typed, phase: { kind: 'typed' } };
      this.keep(subject.key, hand.base.version === stored.version ? hand : rebased(hand, stored));
    }
    if (met.length > 0) this.changed();
  }

  /** One gesture: a cell, or a block. */
  type(changes: readonly (Seen & { readonly changes: Partial<Typed> })[]): void {
    const step = changes.map(({ subject, stored, changes: after }) => {
      const before = this.hands.get(subject.key)?.typed ?? stored.content;
      const fields = Object.keys(after) as (keyof Typed)[];
      this.put(subject, stored, after);
      return { subject, before: Object.fromEntries(fields.map((field) => [field, before[field]])), after };
    });
    this.undoHistory.add(step, this.surroundings.now());
    this.changed();
  }

  /** Takes the last gesture back, in the entries that the page shows. */
  undo(find: Find): void {
    this.replay(this.undoHistory.undo(), find);
  }

  redo(find: Find): void {
    this.replay(this.undoHistory.redo(), find);
  }

  /** Before the next gesture. */
  mark(): number {
    return this.undoHistory.mark();
  }

  /** Escape: the entry says again what it said at the mark, and what was typed since is no step of its own. */
  giveUp({ subject, stored, changes }: Seen & { readonly changes: Partial<Typed> }, mark: number): void {
    this.put(subject, stored, changes);
    this.undoHistory.dropFrom(mark);
    this.changed();
  }

  forgetSteps(): void {
    this.undoHistory.forget();
  }

  keepMine(key: string): void {
    this.decide(key, keepingMine);
  }

  takeTheirs(key: string): void {
    this.decide(key, takingTheirs);
  }

  /** Saves all that can be saved, now; what is left in hand afterwards could not be. */
  async flush(): Promise<void> {
    // What was sent before the network came back fails without having been tried now.
    await Promise.all(this.underway);
    this.retryAt = 0;
    this.send([...this.hands.values()].filter(isReady));
    while (this.underway.size > 0) {
      await Promise.all(this.underway);
      this.send([...this.hands.values()].filter((hand) => hand.phase.kind === 'typed' && isReady(hand)));
    }
  }

  /** The network is back. */
  readonly tryAgain = (): void => {
    this.failures = 0;
    this.retryAt = 0;
    this.schedule();
  };

  start(): void {
    this.isStopped = false;
    this.schedule();
  }

  /** The session has ended: what is in hand stays in the journal. */
  stop(): void {
    this.isStopped = true;
    this.callOff();
  }

  private replay(step: Step | null, find: Find): void {
    for (const { subject, after } of step ?? []) {
      const seen = find(subject);
      if (seen && !seen.stored.isLocked) this.put(seen.subject, seen.stored, after);
    }
    if (step) this.changed();
  }

  private decide(key: string, how: (hand: InHand) => InHand | null): void {
    const hand = this.hands.get(key);
    if (!hand) return;
    this.typedAt.set(key, 0);
    this.keep(key, how(hand));
    this.changed();
  }

  private put(subject: Subject, stored: Stored, changes: Partial<Typed>): void {
    this.typedAt.set(subject.key, this.surroundings.now());
    this.keep(subject.key, typedInto(this.hands.get(subject.key), subject, stored, changes));
  }

  private keep(key: string, hand: InHand | null): void {
    if (hand) {
      this.hands.set(key, hand);
      this.journal.write(hand);
    } else {
      this.hands.delete(key);
      this.typedAt.delete(key);
      this.journal.remove(key);
    }
  }

  private changed(): void {
    this.hands = new Map(this.hands);
    for (const listener of this.listeners) listener();
    this.schedule();
  }

  private schedule(): void {
    this.callOff();
    const ready = [...this.hands.values()].filter(isReady);
    if (ready.length === 0 || this.isStopped) return;
    const due = Math.max(this.retryAt, Math.min(...ready.map((hand) => this.quietAt(hand))));
    this.callOff = this.surroundings.after(Math.max(0, due - this.surroundings.now()), () => {
      this.send(ready.filter((hand) => this.quietAt(hand) <= this.surroundings.now()));
      this.schedule();
    });
  }

  private readonly quietAt = ({ subject }: InHand): number => (this.typedAt.get(subject.key) ?? 0) + QUIET_MS;

  private send(hands: readonly InHand[]): void {
    for (const hand of hands) this.keep(hand.subject.key, sending(hand));
    for (const batch of batchesOf(hands.map(toSave))) {
      const sent: Promise<void> = this.surroundings.send(batch).then((outcomes) => {
        this.underway.delete(sent);
        this.settle(batch, outcomes);
      });
      this.underway.add(sent);
    }
    if (hands.length > 0) this.changed();
  }

  private settle(batch: readonly ToSave[], outcomes: readonly Outcome[]): void {
    const isAway = outcomes.some(({ kind }) => kind === 'unreachable');
    this.failures = isAway ? this.failures + 1 : 0;
    this.retryAt = isAway ? this.surroundings.now() + this.backoff() : 0;
    for (const [index, { subject, content }] of batch.entries()) {
      const [hand, outcome] = [this.hands.get(subject.key), outcomes[index]];
      if (hand && outcome) this.keep(subject.key, settled(hand, outcome, content));
    }
    this.changed();
  }

  private backoff(): number {
    return Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1));
  }
}
