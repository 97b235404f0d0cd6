import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isDue, shorten } from './shorten.js';
import type { AuditHead } from '../audit-head.js';
import { sealingOf, useAuditKey } from '../audit-key.js';
import { AuditService } from '../audit.service.js';
import { Configuration } from '../../config/configuration.js';
import { OwnerDatabase } from '../../database/owner-database.js';
import { instantOf, localTime } from '../../domain/calendar/working-days.js';

const DAY_MS = 86_400_000;

/** Why nothing was dropped though it was due: no head has left the machine; the log is not whole; nobody here is the owner. */
export type NotDropped = 'head-stays' | 'not-whole' | 'no-owner';

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
  ) {}

  /** @param head that has left the machine; null: none has */
  async apply(head: AuditHead | null, now: Date): Promise<Shortened> {
    const before = this.firstKept(now);
    if (!before || !(await isDue(this.dataSource.manager, before))) return { dropped: 0, notDropped: '' };
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
  private firstKept(now: Date): Date | null {
    const { AUDIT_DAYS, TIME_ZONE } = this.configuration;
    if (AUDIT_DAYS === undefined) return null;
    const { date } = localTime(new Date(now.getTime() - AUDIT_DAYS * DAY_MS), TIME_ZONE);
    return instantOf(`${date.slice(0, 7)}-01T00:00`, TIME_ZONE);
  }
}
