import path from 'node:path';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { type AuditHead, isSignedBy, signedHead } from './audit-head.js';
import type { AuditKey } from './audit-key.js';
import { KeptHead } from './kept-head.js';
import { checkpointsOf, contradicts, isSealedBy } from './shortening/checkpoints.js';
import type { Configuration } from '../config/configuration.js';
import { localTime } from '../domain/calendar/working-days.js';

const SETTLES_MS = 1_000;

/** DATA_DIR/audit-head.json: the newest head that this machine knows, a second behind the log. */
export class KnownHead implements OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private readonly file: KeptHead;
  /** DATA_DIR/audit-verified.json: up to where the last night found the log whole. */
  private readonly verified: KeptHead;
  private timer: NodeJS.Timeout | undefined;
  private following = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    readonly key: AuditKey,
  ) {
    this.file = new KeptHead(knownHeadFile(configuration));
    this.verified = new KeptHead(path.resolve(configuration.DATA_DIR, 'audit-verified.json'));
  }

  /** Lines were added, or are about to be. */
  grew(): void {
    this.timer ??= setTimeout(() => {
      this.following = this.follow();
    }, SETTLES_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    await this.following;
    if (this.timer) await this.follow();
  }

  /** The log as it ends now. */
  async current(now: Date): Promise<AuditHead> {
    // Without gaps: the positions say how many there are.
    const [last]: { position: string; hash: string; count: number }[] = await this.dataSource.query(
      `SELECT position, hash, (position - (SELECT min(position) FROM audit_event) + 1)::int AS count
       FROM audit_event ORDER BY position DESC LIMIT 1`,
    );
    const { date: day } = localTime(now, this.configuration.TIME_ZONE);
    return signedHead({ ...(last ?? { position: '0', hash: '', count: 0 }), day }, this.key);
  }

  /** What was known, where it can be believed. */
  read(): AuditHead | null {
    return this.believed(this.file);
  }

  /** What the last night verified, where it can be believed: the head that is known is never older. */
  lastVerified(): AuditHead | null {
    return this.believed(this.verified);
  }

  /** After a night that found the log whole up to this head. */
  async keepVerified(head: AuditHead): Promise<void> {
    await this.following;
    await this.follow();
    await this.verified.write(head);
  }

  private believed(file: KeptHead): AuditHead | null {
    const head = file.read();
    return head && isSignedBy(head, this.key) !== false ? head : null;
  }

  /** Keeps the newest head. One that the log does not lead to any more stays, as the proof that its end was cut off. */
  private async follow(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      const [known, current] = [this.read(), await this.current(new Date())];
      if (known && BigInt(known.position) >= BigInt(current.position)) return;
      if (known && !(await this.leadsTo(known))) {
        this.logger.error(`the audit log does not lead to its head ${known.position} any more`);
        return;
      }
      await this.file.write(current);
    } catch (error) {
      this.logger.warn(`the head of the audit log was not kept: ${String(error)}`);
    }
  }

  /** Whether the log has the line that the head names, or has dropped it when its time was over. */
  async leadsTo(head: AuditHead): Promise<boolean> {
    const { position, hash } = head;
    if (position === '0') return true;
    const checkpoints = await checkpointsOf(this.dataSource.manager);
    const last = checkpoints.at(-1);
    if (last && BigInt(position) <= BigInt(last.position))
      return isSealedBy(last, this.key) && !contradicts(checkpoints, head);
    const found: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM audit_event WHERE position = $1 AND hash = $2',
      [position, hash],
    );
    return found.length > 0;
  }
}

export const knownHeadFile = ({ DATA_DIR }: Configuration): string => path.resolve(DATA_DIR, 'audit-head.json');
