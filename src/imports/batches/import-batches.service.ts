import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { ownDepartment, type Scope } from '../../common/access/actor.js';
import { type Page, pageOf, type PageQuery } from '../../common/http/page.js';
import { DomainError, type Message, NotFoundError } from '../../domain/domain-error.js';
import { DraftMeanings } from '../repairs/draft-meanings.service.js';
import type { Caller } from '../imports.service.js';
import { ImportBatchItem, ITEM_STATES, type ItemError, type ItemState } from './import-batch-item.entity.js';
import { ImportBatch } from './import-batch.entity.js';
import { type BatchItem, ImportBatchesRepository, type StateCounts } from './import-batches.repository.js';
import { outcomeWords } from './outcome-words.js';

/** Of one person; each holds up to 200 MB. */
const MOST_UNFINISHED = 5;

/** A document that has arrived: its bytes are stored under this hash, or it is clear already that they are of no use. */
export type ArrivedDocument =
  { readonly name: string; readonly sha256: string } | { readonly name: string; readonly error: DomainError };

/** How far a batch is. */
export interface BatchSummary extends ImportBatch {
  readonly total: number;
  /** Read, known or failed: nothing more happens to them. */
  readonly done: number;
  readonly failed: number;
  readonly states: StateCounts;
}

/** What became of a document, with a sentence that says so. */
export interface ToldItem extends BatchItem {
  readonly message: Message;
}

/** With each of its documents, in the order of the upload. */
export interface BatchProgress extends BatchSummary {
  readonly items: readonly ToldItem[];
}

@Injectable()
export class ImportBatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: ImportBatchesRepository,
    private readonly meanings: DraftMeanings,
  ) {}

  /** Queues the documents in this order. @throws DomainError `too-many-batches` */
  async create(documents: readonly ArrivedDocument[], { actor, scope, at }: Caller): Promise<BatchProgress> {
    const batch: ImportBatch = { id: uuid(), departmentId: ownDepartment(scope), createdAt: at, createdBy: actor };
    const rows = documents.map((document, index) => {
      const row = { id: uuid(), batchId: batch.id, position: index + 1, name: document.name, dueAt: at };
      return 'error' in document
        ? { ...row, state: 'failed' as const, error: itemError(document.error), finishedAt: at }
        : { ...row, state: 'waiting' as const, sha256: document.sha256 };
    });
    await this.dataSource.transaction(async (manager) => {
      if ((await this.batches.unfinished(manager, batch)) >= MOST_UNFINISHED) throw tooManyUploads();
      await manager.insert(ImportBatch, batch);
      await manager.insert(ImportBatchItem, rows);
      const { id: subjectId, departmentId } = batch;
      const after = { documents: rows.length };
      await recordInAuditLog(manager, {
        action: 'import_batch.uploaded',
        subjectType: 'import_batch',
        ...{ subjectId, departmentId, after },
      });
    });
    return this.progressOf(batch, scope);
  }

  /** Newest first; whose upload somebody may not see is not there. */
  async list(query: PageQuery, scope: Scope): Promise<Page<BatchSummary>> {
    const { items, nextCursor } = pageOf(await this.batches.batches(query, scope), query.limit);
    const countsOf = await this.batches.counts(items.map(({ id }) => id));
    return { items: items.map((batch) => summaryOf(batch, countsOf(batch.id))), nextCursor };
  }

  async find(id: string, scope: Scope): Promise<BatchProgress> {
    const batch = await this.dataSource.manager.findOneBy(ImportBatch, { id });
    if (!batch) throw new NotFoundError({ zh: '批量导入', en: 'batch of imports' });
    return this.progressOf(batch, scope);
  }

  private async progressOf(batch: ImportBatch, scope: Scope): Promise<BatchProgress> {
    const items = await this.batches.items(batch.id);
    const stored = items.flatMap(({ importId, summary }) =>
      importId && summary ? [[importId, summary] as const] : [],
    );
    const summaries = await this.meanings.summaries(new Map(stored), scope);
    const told = items.map((item) => {
      const summary = summaries.get(item.importId ?? '') ?? null;
      return { ...item, summary, message: outcomeWords({ ...item, summary, adopted: item.adoptedAt !== null }) };
    });
    const count = (state: ItemState) => items.filter((item) => item.state === state).length;
    const states = Object.fromEntries(ITEM_STATES.map((state) => [state, count(state)])) as StateCounts;
    return { ...summaryOf(batch, states), items: told };
  }
}

function summaryOf(batch: ImportBatch, states: StateCounts): BatchSummary {
  const { read, known, failed, waiting, reading } = states;
  const done = read + known + failed;
  return { ...batch, total: done + waiting + reading, done, failed, states };
}

export const itemError = ({ code, messages }: DomainError): ItemError => ({ code, message: messages });

const tooManyUploads = () =>
  new DomainError('too-many', 'too-many-batches', {
    zh: `您上传的 ${MOST_UNFINISHED} 批文件还在识别。请等其中一批完成后再上传。`,
    en: `${MOST_UNFINISHED} of your uploads are still being read. Wait until one is finished, then upload again.`,
  });
