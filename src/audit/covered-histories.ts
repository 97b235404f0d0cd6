import type { DataSource } from 'typeorm';
import type { AuditEvent } from './audit-event.entity.js';
import { HISTORY_TABLES, type HistoryTable, linesOfHistory } from './history-lines.js';

const AT_ONCE = 2_000;

/**
 * A line of a history that is not as the audit log says, not there, or not known to it (`uncovered`); or a row that is not
 * as its newest line of history says (`strayed`), or a line that moved an entry and has other figures than the one before (`moved`).
 */
export interface ChangedLine {
  readonly table: string;
  /** Its key: an id, or what tells it from others, such as `budget version`. */
  readonly key: string;
  readonly how: 'altered' | 'missing' | 'uncovered' | 'strayed' | 'before' | 'moved';
  /** The line of the audit log that vouches for it, where there is one; `before` which it was changed by nobody known. */
  readonly position?: string;
  /** Of a row that strayed, those that differ; empty: it has no line of history at all. */
  readonly columns?: string;
}

interface Covered {
  readonly hash: string;
  readonly position: string;
}

/** Compares the lines of histories with what lines of the audit log say of them. */
export class CoveredHistories {
  private readonly open = new Map<HistoryTable, Map<string, Covered>>();
  checked = 0;
  readonly changed: ChangedLine[] = [];

  constructor(private readonly dataSource: DataSource) {}

  async add({ position, covers }: AuditEvent): Promise<void> {
    for (const table of HISTORY_TABLES) {
      const lines = covers?.[table];
      if (!lines) continue;
      const open = this.open.get(table) ?? new Map<string, Covered>();
      this.open.set(table, open);
      for (const [key, hash] of Object.entries(lines)) open.set(key, { hash, position });
      if (open.size >= AT_ONCE) await this.compare(table);
    }
  }

  async end(): Promise<void> {
    for (const table of this.open.keys()) await this.compare(table);
  }

  private async compare(table: HistoryTable): Promise<void> {
    const open = this.open.get(table) ?? new Map<string, Covered>();
    this.open.delete(table);
    const lines = await linesOfHistory(this.dataSource.manager, table, [...open.keys()]);
    const found = new Map(lines.map(({ key, hash }) => [key, hash]));
    for (const [key, { hash, position }] of open) {
      const now = found.get(key);
      if (now !== hash) this.changed.push({ table, key, position, how: now === undefined ? 'missing' : 'altered' });
    }
    this.checked += open.size;
  }
}
