import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { ownDepartment } from '../../common/access/actor.js';
import { type DomainError, NotFoundError } from '../../domain/domain-error.js';
import type { Caller } from '../imports.service.js';
import { ImportBatchItem, type ItemError } from './import-batch-item.entity.js';
import { ImportBatch } from './import-batch.entity.js';
import { type BatchItem, ImportBatchesRepository } from './import-batches.repository.js';

/** A document that has arrived: its bytes are stored under this hash, or it is clear already that they are of no use. */
export type ArrivedDocument =
  { readonly name: string; readonly sha256: string } | { readonly name: string; readonly error: DomainError };

/** How far a batch is, and what became of each of its documents. */
export interface BatchProgress extends ImportBatch {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly items: readonly BatchItem[];
}

@Injectable()
export class ImportBatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: ImportBatchesRepository,
  ) {}

  /** Queues the documents in this order. */
  async create(documents: readonly ArrivedDocument[], { actor, scope, at }: Caller): Promise<BatchProgress> {
    const batch: ImportBatch = { id: uuid(), departmentId: ownDepartment(scope), createdAt: at, createdBy: actor };
    const rows = documents.map((document, index) => {
      const row = { id: uuid(), batchId: batch.id, position: index + 1, name: document.name, dueAt: at };
      return 'error' in document
        ? { ...row, state: 'failed' as const, error: itemError(document.error), finishedAt: at }
        : { ...row, state: 'waiting' as const, sha256: document.sha256 };
    });
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(ImportBatch, batch);
      await manager.insert(ImportBatchItem, rows);
    });
    return this.progressOf(batch);
  }

  async find(id: string): Promise<BatchProgress> {
    const batch = await this.dataSource.manager.findOneBy(ImportBatch, { id });
    if (!batch) throw new NotFoundError({ zh: '批量导入', en: 'batch of imports' });
    return this.progressOf(batch);
  }

  private async progressOf(batch: ImportBatch): Promise<BatchProgress> {
    const items = await this.batches.items(batch.id);
    const done = items.filter(({ state }) => state !== 'waiting' && state !== 'reading').length;
    const failed = items.filter(({ state }) => state === 'failed').length;
    return { ...batch, total: items.length, done, failed, items };
  }
}

export const itemError = ({ code, messages }: DomainError): ItemError => ({ code, message: messages });
