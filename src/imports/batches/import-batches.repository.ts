import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { inScope, type Scope } from '../../common/access/actor.js';
import type { PageQuery } from '../../common/http/page.js';
import type { DraftSummary } from '../repairs/draft-summary.js';
import { ImportBatchItem, ITEM_STATES, type ItemError, type ItemState } from './import-batch-item.entity.js';
import { ImportBatch } from './import-batch.entity.js';

/** A document of a batch that is to be read now. */
export interface TakenItem {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  /** How often it was taken up, this time counted. */
  readonly attempts: number;
  readonly departmentId: string | null;
  readonly createdBy: string;
}

/** What became of a document. */
export interface ItemOutcome {
  readonly state: ItemState;
  readonly importId: string | null;
  readonly error: ItemError | null;
}

/** A document of a batch, as it is shown. */
export interface BatchItem extends ItemOutcome {
  readonly position: number;
  readonly name: string;
  /** Of the import that it became. */
  readonly summary: DraftSummary | null;
  readonly adoptedAt: Date | null;
}

/** How many documents of a batch are in each state. */
export type StateCounts = Readonly<Record<ItemState, number>>;

// SKIP LOCKED lets several processes take up different documents at once. The batches take turns: a small one does not wait
// until a large one that came before is read.
const CLAIM = `
  UPDATE import_batch_item i SET state = 'reading', due_at = $2, attempts = i.attempts + 1
  FROM import_batch b
  WHERE b.id = i.batch_id AND i.id = (
    SELECT w.id FROM import_batch_item w
    JOIN LATERAL (
      SELECT count(*) AS begun FROM import_batch_item WHERE batch_id = w.batch_id AND attempts > 0
    ) others ON true
    WHERE w.finished_at IS NULL AND w.due_at <= $1 ORDER BY others.begun, w.due_at, w.id LIMIT 1
    FOR UPDATE OF w SKIP LOCKED)
  RETURNING i.id, i.name, i.sha256, i.attempts, b.department_id AS "departmentId", b.created_by AS "createdBy"`;

const UNFINISHED = `
  SELECT count(DISTINCT b.id)::int AS count FROM import_batch b JOIN import_batch_item i ON i.batch_id = b.id
  WHERE i.finished_at IS NULL AND b.created_by = $1 AND b.department_id IS NOT DISTINCT FROM $2`;

const ITEMS = `
  SELECT i.position, i.name, i.state, i.import_id AS "importId", i.error, d.summary,
    d.adopted_at AS "adoptedAt"
  FROM import_batch_item i LEFT JOIN document_import d ON d.id = i.import_id
  WHERE i.batch_id = $1 ORDER BY i.position`;

const COUNTS = `
  SELECT batch_id AS id, state, count(*)::int AS count FROM import_batch_item WHERE batch_id = ANY ($1)
  GROUP BY batch_id, state`;

@Injectable()
export class ImportBatchesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How many batches of somebody are still being read, counted by one of their uploads at a time. */
  async unfinished(manager: EntityManager, { createdBy, departmentId }: ImportBatch): Promise<number> {
    const whose = [createdBy, departmentId];
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`imports of ${whose.join(' ')}`]);
    const [{ count } = { count: 0 }]: { count: number }[] = await manager.query(UNFINISHED, whose);
    return count;
  }

  /** Takes up the document that has waited longest, until `heldUntil`. */
  async claim(now: Date, heldUntil: Date): Promise<TakenItem | null> {
    const [[item]]: [TakenItem[], number] = await this.dataSource.query(CLAIM, [now, heldUntil]);
    return item ?? null;
  }

  /** Newest first. */
  batches({ limit, cursor }: PageQuery, scope: Scope): Promise<ImportBatch[]> {
    const where = { ...inScope<ImportBatch>(scope, 'departmentId'), ...(cursor && { id: LessThan(cursor) }) };
    return this.dataSource.manager.find(ImportBatch, { where, order: { id: 'DESC' }, take: limit + 1 });
  }

  async counts(batchIds: readonly string[]): Promise<(batchId: string) => StateCounts> {
    const rows: { id: string; state: ItemState; count: number }[] = await this.dataSource.query(COUNTS, [batchIds]);
    const none = Object.fromEntries(ITEM_STATES.map((state) => [state, 0])) as StateCounts;
    return (batchId) => {
      const own = rows.filter(({ id }) => id === batchId);
      return { ...none, ...Object.fromEntries(own.map(({ state, count }) => [state, count])) };
    };
  }

  items(batchId: string): Promise<BatchItem[]> {
    return this.dataSource.query(ITEMS, [batchId]);
  }

  /** The bytes are needed no more, but by the import that they became: nightly housekeeping deletes the others. */
  async finish(id: string, outcome: ItemOutcome, at: Date): Promise<void> {
    const { state, importId, error } = outcome;
    const done = { state, importId, error: error as object | null, sha256: null, finishedAt: at };
    await this.dataSource.manager.update(ImportBatchItem, { id }, done);
  }
}
