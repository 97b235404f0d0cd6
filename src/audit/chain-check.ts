import type { DataSource } from 'typeorm';
import type { AuditEvent } from './audit-event.entity.js';
import type { AuditHead } from './audit-head.js';
import type { AuditKey } from './audit-key.js';
import { hashOfLine, SEALED } from './audit-log.js';
import type { AuditRepository } from './audit.repository.js';
import { CoveredHistories, type ChangedLine } from './covered-histories.js';
import type { RowsFound } from './rows/row-statements.js';
import type { AuditCheckpoint } from './shortening/audit-checkpoint.entity.js';
import { isSealedBy, isToldBy } from './shortening/checkpoints.js';
import { SHORTENED } from './shortening/shorten.js';

const BATCH = 500;
/** Of a log that was rewritten every line is wrong: some of them tell enough. */
const MOST_BREAKS = 20;

/**
 * altered: the line does not follow the one before it. missing: it is not there, and no checkpoint says that it was dropped.
 * stray: it lies before the checkpoint that the log begins at. checkpoint: somebody else's, altered, or one before it is gone.
 * seal: the line was not written by anybody who has the key. unsealed: no line was. head: the log does not lead to a head that
 * was kept; its end was cut off, or it was written anew. head-forged: nobody with the key has signed the head that the log was
 * to be compared with. head-lost: the newest head that this machine knew is gone, or is older than the one that the last night verified.
 */
export type BreakKind =
  'altered' | 'missing' | 'stray' | 'checkpoint' | 'seal' | 'unsealed' | 'head' | 'head-forged' | 'head-lost';

export interface Break {
  readonly how: BreakKind;
  readonly position: string;
}

export interface ChainState {
  /** How many lines were looked at and fit. */
  readonly lines: number;
  /** Those before it were dropped when their time was over; null: none were. */
  readonly checkpoint: AuditCheckpoint | null;
  /** null: the log is whole. */
  readonly broken: Break | null;
  /** What else is wrong with it, as far as that can be said after the first; a part where it is much. */
  readonly more: readonly Break[];
  /** Lines of histories that are not as they were written, and what no line of the log vouches for. */
  readonly histories: { readonly checked: number; readonly changed: readonly ChangedLine[] };
  /** Rows that an upgrade, or a new key, found: how they were made nobody knows any more. null: no log vouches for rows. */
  readonly found: RowsFound | null;
}

interface Way {
  /** Heads that the log has to lead to. */
  readonly heads: readonly AuditHead[];
  /** The newest, which the log begins at. */
  readonly checkpoint: AuditCheckpoint | null;
  /** A head up to which it was verified before. */
  readonly from?: AuditHead | undefined;
}

/** Walks the audit log line by line, from its beginning or from a head that was verified. */
export class ChainCheck {
  private previous: string;
  private position: bigint;
  private lines = 0;
  /** From the line on that closed what was written before there was this key, every line is sealed with it. */
  private isSealed: boolean;
  private readonly open: AuditHead[];
  /** A checkpoint that no line has told of yet: one is written with it. */
  private untold: AuditCheckpoint | null;
  private readonly histories: CoveredHistories;
  private readonly breaks: Break[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly events: AuditRepository,
    private readonly key: AuditKey,
    { heads, checkpoint, from }: Way,
  ) {
    const start = from ?? checkpoint;
    this.position = BigInt(start?.position ?? 0);
    this.previous = start?.hash ?? '';
    this.isSealed =
      from !== undefined || (checkpoint !== null && isSealedBy(checkpoint, key) && checkpoint.lastKey === key.name);
    this.untold = from ? null : checkpoint;
    this.open = heads.filter(({ position }) => BigInt(position) > this.position);
    this.histories = new CoveredHistories(dataSource);
  }

  async run(): Promise<Omit<ChainState, 'checkpoint' | 'found'>> {
    await this.walk();
    await this.histories.end();
    const { checked, changed } = this.histories;
    const [broken = null, ...more] = this.breaks;
    return { lines: this.lines, broken, more, histories: { checked, changed } };
  }

  private found(how: BreakKind, position: string): void {
    if (this.breaks.length <= MOST_BREAKS) this.breaks.push({ how, position });
  }

  /** To its end, whatever is found on the way: a line that fits the one before it, and its seal, still vouches for histories. */
  private async walk(): Promise<void> {
    for (;;) {
      const lines = await this.events.after(this.dataSource.manager, String(this.position), BATCH);
      for (const line of lines) {
        const next = String(this.position + 1n);
        const how = line.position === next ? this.faultOf(line) : 'missing';
        if (how) this.found(how, how === 'missing' ? next : line.position);
        this.position = BigInt(line.position);
        this.previous = line.hash;
        if (how) continue; // what it says proves nothing
        this.lines += 1;
        if (this.untold && line.action === SHORTENED && isToldBy(line.after, this.untold)) this.untold = null;
        await this.histories.add(line);
      }
      if (lines.length < BATCH) {
        this.atTheEnd();
        return;
      }
    }
  }

  private atTheEnd(): void {
    if (this.untold) this.found('checkpoint', this.untold.position);
    if (!this.isSealed && this.breaks.length === 0) this.found('unsealed', String(this.position));
    for (const { position } of this.open) if (BigInt(position) > this.position) this.found('head', position);
  }

  private faultOf(line: AuditEvent): BreakKind | null {
    const { hash, seal, ...content } = line;
    if (hash !== hashOfLine(content, this.previous)) return 'altered';
    if (!this.sealFits(line, seal ?? '')) return 'seal';
    const isOther = this.open.some((head) => head.position === line.position && head.hash !== hash);
    return isOther ? 'head' : null;
  }

  private sealFits({ action, hash }: AuditEvent, seal: string): boolean {
    const isOwn = this.key.isOf(seal);
    if (isOwn && !this.key.fits(seal, hash)) return false;
    // Whatever the service writes after the log was written anew it seals: only a closing line begins.
    if (isOwn && !this.isSealed && action !== SEALED && this.breaks.length === 0) return false;
    if (!isOwn) return !this.isSealed;
    this.isSealed = true;
    return true;
  }
}
