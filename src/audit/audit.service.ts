import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEvent } from './audit-event.entity.js';
import { type AuditHead, isSignedBy } from './audit-head.js';
import { AuditRepository } from './audit.repository.js';
import { ChainCheck, type ChainState } from './chain-check.js';
import { KnownHead } from './known-head.js';
import { unvouchedRows } from './unvouched-rows.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: AuditRepository,
    private readonly known: KnownHead,
  ) {}

  /** Newest first. */
  async list(limit: number, cursor?: string): Promise<{ items: AuditEvent[]; nextCursor: string | null }> {
    const rows = await this.events.list(this.dataSource.manager, cursor, limit + 1);
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
  }

  /**
   * Walks the chain, compares it with the newest head that this machine knows, and looks for what no line vouches for.
   * @param head another one, kept elsewhere
   * @param from a head up to which the log was verified before: only what follows it is looked at
   */
  async verify({ head, from }: { head?: AuditHead; from?: AuditHead } = {}): Promise<ChainState> {
    const known = this.known.read();
    const heads = [...(known ? [known] : []), ...(head ? [head] : [])];
    const { key } = this.known;
    const walked = await new ChainCheck(this.dataSource, this.events, key, heads, from).run();
    const { checked, changed } = walked.histories;
    const unvouched = await this.dataSource.transaction(unvouchedRows);
    const state = { ...walked, histories: { checked, changed: [...changed, ...unvouched] } };
    const isForged = head !== undefined && isSignedBy(head, key) === false;
    return state.broken || !isForged ? state : { ...state, broken: { how: 'head-forged', position: head.position } };
  }
}
