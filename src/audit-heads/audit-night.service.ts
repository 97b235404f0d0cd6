import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type AuditHead, isSignedBy } from '../audit/audit-head.js';
import { AuditService } from '../audit/audit.service.js';
import { KnownHead } from '../audit/known-head.js';
import { AuditShortening, type Shortened } from '../audit/shortening/audit-shortening.js';
import { Clock } from '../common/clock.js';
import { OpenDrafts } from '../progress/entries/history/open-drafts.service.js';
import { SentHeads } from './sent-heads.service.js';

/** A log of so many lines is walked whole every night; of a longer one, what is new since the last night. */
const WHOLE = 100_000;

/** What the night found; `broken`: how, and at which line. */
export interface AuditNight extends Shortened {
  readonly lines: number;
  readonly histories: number;
  readonly changed: number;
  readonly broken: string;
}

/** Every night: the audit log is verified, its head leaves the machine, and what is kept no longer is dropped. */
@Injectable()
export class AuditNightService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly known: KnownHead,
    private readonly drafts: OpenDrafts,
    private readonly heads: SentHeads,
    private readonly shortening: AuditShortening,
    private readonly clock: Clock,
  ) {}

  /** Of now, whatever day the job is run for: a head says how far the log has come. One that is not whole has none worth keeping. */
  async run(): Promise<AuditNight> {
    const at = this.clock.now();
    await this.dataSource.transaction((manager) => this.drafts.cover(manager, at));
    const head = await this.known.current(at);
    const from = await this.lastVerified(head);
    const { lines, broken, histories } = await this.audit.verify(from ? { from } : {});
    const isWhole = broken === null && histories.changed.length === 0;
    const { checked, changed } = histories;
    const where = broken ? `${broken.how} ${broken.position}` : '';
    const found = { lines, histories: checked, changed: changed.length, broken: where };
    if (!isWhole) return { ...found, dropped: 0, notDropped: '' };
    await this.known.keepVerified(head);
    return { ...found, ...(await this.shortening.apply(await this.heads.send(head, at), at)) };
  }

  private async lastVerified({ count }: AuditHead): Promise<AuditHead | null> {
    const last = count > WHOLE ? this.known.lastVerified() : null;
    return last && isSignedBy(last, this.known.key) && (await this.known.leadsTo(last)) ? last : null;
  }
}
