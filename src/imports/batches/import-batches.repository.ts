import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DraftSummary } from '../repairs/draft-summary.js';
import { ImportBatchItem, type ItemError, type ItemState } from './import-batch-item.entity.js';

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
}

// SKIP LOCKED lets several processes take up different documents at once.
const CLAIM = `
  UPDATE import_batch_item i SET state = 'reading', due_at = $2, attempts = i.attempts + 1
  FROM import_batch b
  WHERE b.id = i.batch_id AND i.id = (
    SELECT id FROM import_batch_item WHERE finished_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT 1
    FOR UPDATE SKIP LOCKED)
  RETURNING i.id, i.name, i.sha256, i.attempts, b.department_id AS "departmentId", b.created_by AS "createdBy"`;

const ITEMS = `
  SELECT i.position, i.name, i.state, i.import_id AS "importId", i.error, d.summary
  FROM import_batch_item i LEFT JOIN document_import d ON d.id = i.import_id
  WHERE i.batch_id = $1 ORDER BY i.position`;

@Injectable()
export class ImportBatchesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes up the document that has waited longest, until `heldUntil`. */
  async claim(now: Date, heldUntil: Date): Promise<TakenItem | null> {
    const [[item]]: [TakenItem[], number] = await this.dataSource.query(CLAIM, [now, heldUntil]);
    return item ?? null;
  }

  items(batchId: string): Promise<BatchItem[]> {
    return this.dataSource.query(ITEMS, [batchId]);
  }

  /** The bytes are needed no more: nightly housekeeping deletes them. */
  async finish(id: string, outcome: ItemOutcome, at: Date): Promise<void> {
    const { state, importId, error } = outcome;
    const done = { state, importId, error: error as object | null, sha256: null, finishedAt: at };
    await this.dataSource.manager.update(ImportBatchItem, { id }, done);
  }
}
