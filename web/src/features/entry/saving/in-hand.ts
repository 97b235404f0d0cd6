import type { Problem } from '@domain/domain-error.js';
import type { EntryContent } from '../../../api/progress.js';
import type { Checked } from '../check-typed.js';
import { type Field, FIGURES, isSame, type Typed } from '../typed.js';
import { merge, withFields } from './merge.js';

/** What the service holds of an entry. */
export interface Stored {
  /** null: it holds none. */
  readonly version: number | null;
  readonly content: EntryContent;
  /** Submitted or approved: nothing can be typed into it. */
  readonly isLocked: boolean;
}

/** An entry that can be typed into. */
export interface Subject {
  /** Of the indicator or measure, and the month. */
  readonly key: string;
  readonly id: string;
  readonly isMeasure: boolean;
  /** All that it is entered for. */
  readonly indicatorIds: readonly string[];
  readonly month: string;
  readonly name: string;
  readonly check: (typed: Typed) => Checked;
}

/** What becomes of what was typed. */
export type Phase =
  | { readonly kind: 'typed' }
  | { readonly kind: 'sending' }
  /** The service could not be reached; it is tried again. */
  | { readonly kind: 'waiting'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }
  /** Somebody else has saved something else; `clashes` empty: it is locked by now. */
  | { readonly kind: 'conflict'; readonly theirs: Stored; readonly clashes: readonly Field[] };

/** An entry of which something is not saved. */
export interface InHand {
  readonly subject: Subject;
  /** What it was typed upon. */
  readonly base: Stored;
  readonly typed: Typed;
  readonly phase: Phase;
}

export type Outcome =
  | { readonly kind: 'saved'; readonly stored: Stored }
  | { readonly kind: 'conflict'; readonly theirs: Stored }
  | { readonly kind: 'refused' | 'unreachable'; readonly message: string };

const TYPED: Phase = { kind: 'typed' };

/** Whoever types on after a refusal tries again; what is under way, or waits for a decision, is not begun anew. */
export function typedInto(before: InHand | undefined, subject: Subject, stored: Stored, changes: Partial<Typed>) {
  const { base, typed, phase } = before ?? { base: stored, typed: stored.content, phase: TYPED };
  const next = {
    subject,
    base,
    typed: askedAnew({ ...typed, ...changes }, changes, base),
    phase: phase.kind === 'refused' ? TYPED : phase,
  };
  return phase.kind === 'sending' ? next : unlessSaved(next);
}

/** A yes was said of the figures as they stood; figures that stand again as they are stored keep theirs. */
function askedAnew(typed: Typed, changes: Partial<Typed>, { content }: Stored): Typed {
  if (changes.confirmed || !FIGURES.some((field) => field in changes)) return typed;
  return { ...typed, confirmed: isSame(typed, content, FIGURES) ? content.confirmed : [] };
}

export const sending = (hand: InHand): InHand => ({ ...hand, phase: { kind: 'sending' } });

/** What is sent of an entry, and the version upon which it was typed. */
export interface ToSave {
  readonly subject: Subject;
  readonly version: number | null;
  /** Nothing in it: the entry is emptied. */
  readonly content: EntryContent;
}

export const toSave = (hand: InHand): ToSave => ({
  subject: hand.subject,
  version: hand.base.version,
  content: contentOf(hand),
});

const problemsOf = ({ subject, typed }: InHand): readonly Problem[] => subject.check(typed).problems;
const contentOf = ({ subject, typed }: InHand): EntryContent => subject.check(typed).content;

/** What can be sent: the service would take it, and it is not waiting for anything else. */
export function isReady({ subject, typed, phase }: InHand): boolean {
  return (phase.kind === 'typed' || phase.kind === 'waiting') && subject.check(typed).problems.length === 0;
}

/** @param sent what the outcome is of: perhaps somebody went on typing meanwhile @returns null when nothing is left to save */
export function settled(hand: InHand, outcome: Outcome, sent: EntryContent): InHand | null {
  switch (outcome.kind) {
    case 'saved':
      // What came back may be written otherwise; unless somebody went on typing, nothing is left to save.
      if (problemsOf(hand).length === 0 && isSame(contentOf(hand), sent)) return null;
      return unlessSaved({ ...withoutUnasked(hand, outcome.stored, sent), base: outcome.stored, phase: TYPED });
    case 'conflict':
      return rebased(hand, outcome.theirs);
    case 'unreachable':
      return { ...hand, phase: { kind: 'waiting', message: outcome.message } };
    case 'refused':
      return { ...hand, phase: { kind: 'refused', message: outcome.message } };
  }
}

/** The service keeps no answer to what it does not ask: sent again, it would be dropped again. */
function withoutUnasked(hand: InHand, { content }: Stored, sent: EntryContent): InHand {
  const dropped = sent.confirmed.filter((code) => !content.confirmed.includes(code));
  const confirmed = hand.typed.confirmed.filter((code) => !dropped.includes(code));
  return { ...hand, typed: { ...hand.typed, confirmed } };
}

/** Typed upon something else than the service holds by now: what only one of us has changed is kept, of both. */
export function rebased(hand: InHand, theirs: Stored): InHand | null {
  const { content, problems } = hand.subject.check(hand.typed);
  const mine = problems.length === 0 ? content : hand.typed;
  const { typed, clashes } = merge(hand.base.content, mine, theirs.content);
  const next = { ...hand, base: theirs, typed, phase: TYPED };
  if (unlessSaved(next) === null) return null;
  // The base stays as it was, so that what both have changed is still known as such.
  if (clashes.length > 0 || theirs.isLocked) {
    return { ...hand, typed, phase: { kind: 'conflict', theirs, clashes } };
  }
  return next;
}

export function keepingMine(hand: InHand): InHand {
  return hand.phase.kind === 'conflict' ? { ...hand, base: hand.phase.theirs, phase: TYPED } : hand;
}

/** What does not clash is still mine, unless nothing can be saved any more. */
export function takingTheirs(hand: InHand): InHand | null {
  if (hand.phase.kind !== 'conflict') return hand;
  const { theirs, clashes } = hand.phase;
  if (theirs.isLocked) return null;
  const typed = withFields(hand.typed, theirs.content, clashes);
  return unlessSaved({ ...hand, base: theirs, typed, phase: TYPED });
}

/** Nothing is in hand of an entry that stands there as it is stored, however it was written. */
function unlessSaved(hand: InHand): InHand | null {
  const { content, problems } = hand.subject.check(hand.typed);
  return problems.length === 0 && isSame(content, hand.base.content) ? null : hand;
}
