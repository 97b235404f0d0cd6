import type { EntryContent } from '../../../web/src/api/progress.js';
import type { Outcome, Stored, ToSave } from '../../../web/src/features/entry/saving/in-hand.js';
import { isNothing, NOTHING } from '../../../web/src/features/entry/typed.js';

interface Row {
  readonly version: number;
  readonly content: EntryContent;
  readonly status: 'draft' | 'submitted';
}

const NONE: Stored = { version: null, content: NOTHING, isLocked: false };

/** The rules by which the service keeps entries, and a network that comes and goes: for tests of what pages make of it. */
export class SimulatedService {
  private readonly rows = new Map<string, Row>();
  isAway = false;
  /** The request arrives, its answer does not. */
  losesAnswers = false;
  requests = 0;
  /** Answers are kept to what is asked alone. */
  asks: EntryContent['confirmed'] = [];

  stored(key: string): Stored {
    const row = this.rows.get(key);
    return row ? { version: row.version, content: row.content, isLocked: row.status === 'submitted' } : NONE;
  }

  readonly save = (batch: readonly ToSave[]): Promise<Outcome[]> => {
    this.requests += 1;
    const away: Outcome = { kind: 'unreachable', message: 'away' };
    if (this.isAway) return Promise.resolve(batch.map(() => away));
    const outcomes = batch.map(({ subject, version, content }) => this.put(subject.key, version, content));
    return Promise.resolve(this.losesAnswers ? batch.map(() => away) : outcomes);
  };

  /** As a colleague does it, who has seen what is stored. */
  change(key: string, changes: Partial<EntryContent>): void {
    const { version, content, isLocked } = this.stored(key);
    if (!isLocked) this.put(key, version, { ...content, ...changes });
  }

  submit(key: string, version: number | null): boolean {
    const row = this.rows.get(key);
    if (row?.status !== 'draft' || row.version !== version) return false;
    this.rows.set(key, { ...row, version: row.version + 1, status: 'submitted' });
    return true;
  }

  private put(key: string, seen: number | null, content: EntryContent): Outcome {
    const theirs = this.stored(key);
    if (theirs.version !== seen) return { kind: 'conflict', theirs };
    if (theirs.isLocked) return { kind: 'refused', message: 'locked' };
    const confirmed = content.confirmed.filter((code) => this.asks.includes(code));
    if (isNothing(content)) this.rows.delete(key);
    else this.rows.set(key, { version: (seen ?? 0) + 1, content: { ...content, confirmed }, status: 'draft' });
    return { kind: 'saved', stored: this.stored(key) };
  }
}
