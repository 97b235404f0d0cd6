import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hasGoneOn, isDue, shorten } from './shorten.js';
import type { AuditHead } from '../audit-head.js';
import { sealingOf, useAuditKey } from '../audit-key.js';
import { AuditService } from '../audit.service.js';
import { DatabaseClock } from '../../common/database-clock.js';
import { Configuration } from '../../config/configuration.js';
import { OwnerDatabase } from '../../database/owner-database.js';
import { instantOf, localTime } from '../../domain/calendar/working-days.js';

const DAY_MS = 86_400_000;

/** By how much the clocks of the process and of the database may differ. */
const TOLERATED_MS = DAY_MS;

/**
 * Why nothing was dropped though it was due: the clock cannot be relied on; no head has left the machine; the log is not whole;
 * nobody here is the owner.
 */
export type NotDropped = 'clock-unsure' | 'head-stays' | 'not-whole' | 'no-owner';

export interface Shortened {
  readonly dropped: number;
  readonly notDropped: NotDropped | '';
}

/** Keeps the audit log as long as `AUDIT_DAYS` says, in whole months. */
@Injectable()
export class AuditShortening {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly owner: OwnerDatabase,
    private readonly configuration: Configuration,
    private readonly databaseClock: DatabaseClock,
  ) {}

  /** @param head that has left the machine; null: none has */
  async apply(head: AuditHead | null, now: Date): Promise<Shortened> {
    const { AUDIT_DAYS: days } = this.configuration;
    if (days === undefined) return { dropped: 0, notDropped: '' };
    const database = await this.databaseClock.now();
    const [earlier, later] = now < database ? [now, database] : [database, now];
    const { manager } = this.dataSource;
    const before = this.firstKept(earlier, days);
    if (!(await isDue(manager, this.firstKept(later, days)))) return { dropped: 0, notDropped: '' };
    // A clock that is ahead makes all lines old. Two of one machine are ahead together.
    const isApart = later.getTime() - earlier.getTime() > TOLERATED_MS;
    if (isApart || !(await hasGoneOn(manager, before, later))) return { dropped: 0, notDropped: 'clock-unsure' };
    if (!head) return { dropped: 0, notDropped: 'head-stays' };
    const { broken, histories } = await this.audit.verify();
    if (broken || histories.changed.length > 0) return { dropped: 0, notDropped: 'not-whole' };
    const dropped = await this.owner.use((owner) => {
      useAuditKey(owner, sealingOf(this.dataSource));
      return shorten(owner, head, { before, now });
    });
    return dropped === undefined ? { dropped: 0, notDropped: 'no-owner' } : { dropped, notDropped: '' };
  }

  /** The first moment of which lines stay: months are dropped whole, so that there are twelve checkpoints in a year. */
  private firstKept(now: Date, days: number): Date {
    const { TIME_ZONE } = this.configuration;
    const { date } = localTime(new Date(now.getTime() - days * DAY_MS), TIME_ZONE);
    return instantOf(`${date.slice(0, 7)}-01T00:00`, TIME_ZONE);
  }
}
