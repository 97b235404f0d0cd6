import type { DigestLine, Reason } from './digest-line.js';
import { ledgerKey } from './notifications.repository.js';
import { togetherOwed } from './rules/entries-owed.js';

export const keyOf = ({ contact, ...line }: DigestLine): string => ledgerKey({ ...line, contactId: contact.id });

/** The lines of a day as they come in, department by department: what is the same to the ledger is one line. */
export class DigestPlan {
  private readonly byKey = new Map<string, DigestLine>();

  add(lines: readonly DigestLine[]): void {
    const byKey = new Map<string, DigestLine[]>();
    for (const line of lines) {
      const key = keyOf(line);
      const same = byKey.get(key);
      if (same) same.push(line);
      else byKey.set(key, [line]);
    }
    for (const [key, same] of byKey) {
      const known = this.byKey.get(key);
      this.byKey.set(key, together(known ? [known, ...same] : same));
    }
  }

  get lines(): DigestLine[] {
    return [...this.byKey.values()];
  }

  /** The same by who reads them: one mail each. */
  byReader(): DigestLine[][] {
    const readers = new Map<string, DigestLine[]>();
    for (const line of this.byKey.values()) {
      const lines = readers.get(line.reader.id);
      if (lines) lines.push(line);
      else readers.set(line.reader.id, [line]);
    }
    return [...readers.values()];
  }
}

function together(lines: readonly DigestLine[]): DigestLine {
  const [first, ...others] = lines as [DigestLine, ...DigestLine[]];
  if (others.length === 0) return first;
  return { ...first, reason: reasonOf(lines.map(({ reason }) => reason)) };
}

function reasonOf(reasons: readonly Reason[]): Reason {
  const [first] = reasons as [Reason, ...Reason[]];
  if ('owed' in first) return { owed: togetherOwed(reasons.flatMap((one) => ('owed' in one ? one.owed : []))) };
  if (!('entries' in first)) return first;
  const waiting = reasons.filter((one) => 'entries' in one);
  return {
    ...first,
    entries: waiting.reduce((sum, { entries }) => sum + entries, 0),
    departmentIds: waiting.flatMap(({ departmentIds }) => departmentIds),
  };
}
