import type { Typed } from '../typed.js';
import type { Subject } from './in-hand.js';

interface Change {
  readonly subject: Subject;
  readonly before: Partial<Typed>;
  readonly after: Partial<Typed>;
}

/** What one gesture changed: a cell that was typed into, or a block that was pasted. */
export type Step = readonly Change[];

/** Typing on in the same cell is the same gesture. */
const SAME_GESTURE_MS = 1500;
const MOST_STEPS = 200;

/** What can be taken back, and then done again. */
export class UndoHistory {
  private done: { readonly step: Step; readonly at: number; readonly number: number }[] = [];
  private next = 0;
  private undone: Step[] = [];

  add(step: Step, at: number): void {
    const last = this.done.at(-1);
    if (last && at - last.at < SAME_GESTURE_MS && isSameCell(last.step, step)) {
      this.done[this.done.length - 1] = { ...last, step: joined(last.step, step), at };
    } else {
      this.done = [...this.done, { step, at, number: this.next++ }].slice(-MOST_STEPS);
    }
    this.undone = [];
  }

  undo(): Step | null {
    const last = this.done.pop();
    if (!last) return null;
    this.undone.push(last.step);
    return last.step.map(({ subject, before, after }) => ({ subject, before: after, after: before }));
  }

  redo(): Step | null {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push({ step, at: 0, number: this.next++ });
    return step;
  }

  /** Before the next step; `dropFrom` goes back to it. */
  mark(): number {
    return this.next;
  }

  /** What was given up before it was finished was no gesture: it is neither taken back nor done again. */
  dropFrom(mark: number): void {
    this.done = this.done.filter(({ number }) => number < mark);
  }

  /** What has been handed in cannot be taken back by a key. */
  forget(): void {
    this.done = [];
    this.undone = [];
  }
}

const fieldsOf = (change: Change | undefined): string => Object.keys(change?.after ?? {}).join();

const isSameCell = (one: Step, other: Step): boolean =>
  one.length === 1 &&
  other.length === 1 &&
  one[0]?.subject.key === other[0]?.subject.key &&
  fieldsOf(one[0]) === fieldsOf(other[0]);

const joined = (one: Step, other: Step): Step =>
  other.map((change, index) => ({ ...change, before: one[index]?.before ?? change.before }));
