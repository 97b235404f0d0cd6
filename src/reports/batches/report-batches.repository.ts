import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { inScope, type Scope } from '../../common/access/actor.js';
import type { PageQuery } from '../../common/http/page.js';
import { ReportBatch } from './report-batch.entity.js';

/** How making it ended. */
export type BatchEnd = Pick<ReportBatch, 'state' | 'notIssued' | 'problems' | 'error' | 'sha256' | 'size'>;

/** With the person's name beside that of the account. */
export type NamedBatch = ReportBatch & { readonly person: string };

// SKIP LOCKED lets several processes take up different batches at once. Nobody has two made while somebody else waits.
const CLAIM = `
  UPDATE report_batch SET state = 'working', due_at = $2, attempts = attempts + 1, done = 0
  WHERE id = (
    SELECT b.id FROM report_batch b
    JOIN LATERAL (
      SELECT count(*) AS begun FROM report_batch
      WHERE created_by_id = b.created_by_id AND finished_at IS NULL AND due_at > $1
    ) own ON true
    WHERE b.finished_at IS NULL AND b.due_at <= $1 ORDER BY own.begun, b.due_at, b.id LIMIT 1
    FOR UPDATE OF b SKIP LOCKED)
  RETURNING id`;

@Injectable()
export class ReportBatchesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes up the batch that has waited longest, until `heldUntil`. */
  async claim(now: Date, heldUntil: Date): Promise<ReportBatch | null> {
    const [[taken]]: [{ id: string }[], number] = await this.dataSource.query(CLAIM, [now, heldUntil]);
    return taken ? this.dataSource.manager.findOneBy(ReportBatch, { id: taken.id }) : null;
  }

  /** @returns false: it was cancelled, or taken up by another process */
  async advance(batch: ReportBatch, done: number, heldUntil: Date): Promise<boolean> {
    if (await this.change(batch, { done, dueAt: heldUntil })) return true;
    // What was being made while somebody cancelled was issued, too.
    const { id, attempts } = batch;
    await this.dataSource.manager.update(ReportBatch, { id, attempts, state: 'cancelled' }, { done });
    return false;
  }

  /** Not its fault: it waits again, as if it had not been taken up. */
  async release(batch: ReportBatch, at: Date): Promise<void> {
    await this.change(batch, { state: 'waiting', done: 0, dueAt: at, attempts: batch.attempts - 1 });
  }

  async finish(batch: ReportBatch, end: BatchEnd, at: Date): Promise<void> {
    await this.change(batch, { ...end, finishedAt: at });
  }

  /** One of somebody's after the other. Until the end of the transaction. */
  async lock(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`report batches of ${userId}`]);
  }

  unfinished(manager: EntityManager, userId: string): Promise<ReportBatch[]> {
    return manager.findBy(ReportBatch, { createdById: userId, finishedAt: IsNull() });
  }

  /** Newest first. */
  list({ limit, cursor }: PageQuery, scope: Scope): Promise<NamedBatch[]> {
    const search = this.named().where(inScope<ReportBatch>(scope, 'departmentId')).orderBy('batch.id', 'DESC');
    if (cursor) search.andWhere('batch.id < :cursor', { cursor });
    return withPersons(search.limit(limit + 1));
  }

  async find(id: string): Promise<NamedBatch | null> {
    const [batch] = await withPersons(this.named().where({ id }));
    return batch ?? null;
  }

  private async change({ id, attempts }: ReportBatch, values: Partial<ReportBatch>): Promise<boolean> {
    const held = { id, attempts, state: In(['working']) };
    const { affected } = await this.dataSource.manager.update(ReportBatch, held, values);
    return affected === 1;
  }

  private named() {
    return this.dataSource.manager
      .createQueryBuilder(ReportBatch, 'batch')
      .addSelect(
        'coalesce((SELECT u.display_name FROM app_user u WHERE u.username = batch.created_by), batch.created_by)',
        'person',
      );
  }
}

type Search = ReturnType<ReportBatchesRepository['named']>;

async function withPersons(search: Search): Promise<NamedBatch[]> {
  const { entities, raw } = await search.getRawAndEntities<{ person: string }>();
  return entities.map((batch, place) => ({ ...batch, person: raw[place]?.person ?? batch.createdBy }));
}
