import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { DeadlinesService } from '../../calendar/deadlines.service.js';
import { type Actor, departmentList, ownDepartment, type Scope } from '../../common/access/actor.js';
import { type Page, pageOf, type PageQuery } from '../../common/http/page.js';
import { yearOf } from '../../domain/calendar/month.js';
import type { Message } from '../../domain/domain-error.js';
import { StoredFilesService } from '../../files/stored-files.service.js';
import { ReportFactsRepository } from '../content/report-facts.repository.js';
import { monthNotBegun, nothingToReport } from '../errors.js';
import type { BatchWish } from './batch-archives.js';
import { subjectsOf } from './batch-subjects.js';
import {
  archiveNotKept,
  archiveNotReady,
  batchNotFinished,
  departmentsWithoutSheets,
  noBatch,
  tooManyBatches,
  tooManyFiles,
} from './errors.js';
import { type BatchProblem, type BatchState, ReportBatch } from './report-batch.entity.js';
import { type NamedBatch, ReportBatchesRepository } from './report-batches.repository.js';

const MOST_UNFINISHED = 3;
/** What a zip file holds without its extension for large ones; a province's sheets in one format fit. */
const MOST_FILES = 65_000;
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** How far a batch is. */
export interface ReportBatchProgress extends BatchWish {
  readonly id: string;
  readonly state: BatchState;
  readonly total: number;
  /** Of the total: issued, or found not to be issuable. */
  readonly done: number;
  readonly notIssued: number;
  /** The first fifty of those that were not issued; the archive names all of them. */
  readonly problems: readonly BatchProblem[];
  /** Why there is no archive. */
  readonly error: Message | null;
  /** By name. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Of the archive, in bytes; null: there is none. */
  readonly size: number | null;
  /** Until then the archive can be fetched. */
  readonly keptUntil: Date | null;
}

/** Batches as people ask for them and look after them; ReportBatchWorker makes them. */
@Injectable()
export class ReportBatchesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly batches: ReportBatchesRepository,
    private readonly facts: ReportFactsRepository,
    private readonly deadlines: DeadlinesService,
    private readonly files: StoredFilesService,
  ) {}

  /**
   * Queues a batch; who asks for the same once more while it is unfinished is answered with that one.
   * @throws DomainError `month-not-begun`, `nothing-to-report`, `departments-without-sheets`, `too-many-files`, `too-many-batches`
   */
  async create(wish: BatchWish, { userId, name, scope }: Actor, at: Date): Promise<ReportBatchProgress> {
    const asked = { ...wish, departments: wish.departments ?? asList(scope) };
    const total = await this.countOf(wish, asked, at);
    const id = await this.dataSource.transaction(async (manager) => {
      await this.batches.lock(manager, userId);
      const unfinished = await this.batches.unfinished(manager, userId);
      const same = unfinished.find((batch) => key(batch) === key(asked));
      if (same) return same.id;
      if (unfinished.length >= MOST_UNFINISHED) throw tooManyBatches(MOST_UNFINISHED);
      const whose = { departmentId: ownDepartment(scope), createdBy: name, createdById: userId };
      const batch = { ...asked, ...whose, id: uuid(), createdAt: at, dueAt: at, state: 'waiting' as const, total };
      await manager.insert(ReportBatch, batch);
      const after = { ...asked, total };
      const { departmentId } = whose;
      const subject = { subjectType: 'report_batch', subjectId: batch.id, departmentId };
      await recordInAuditLog(manager, { action: 'report_batch.requested', ...subject, after });
      return batch.id;
    });
    return this.find(id);
  }

  async list(query: PageQuery, scope: Scope): Promise<Page<ReportBatchProgress>> {
    const { items, nextCursor } = pageOf(await this.batches.list(query, scope), query.limit);
    return { items: items.map(progressOf), nextCursor };
  }

  /** @throws NotFoundError */
  async find(id: string): Promise<ReportBatchProgress> {
    return progressOf(await this.row(id));
  }

  /** @throws NotFoundError, DomainError `archive-not-ready`, `archive-not-kept` */
  async archive(id: string): Promise<{ readonly batch: ReportBatchProgress; readonly content: Readable }> {
    const batch = await this.row(id);
    if (batch.sha256 === null) throw archiveNotReady();
    const content = await this.files.open(batch.sha256).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'file-missing') throw archiveNotKept();
      throw error;
    });
    return { batch: progressOf(batch), content };
  }

  /**
   * What has finished meanwhile stays as it is.
   * @throws NotFoundError
   */
  async cancel(id: string, at: Date): Promise<ReportBatchProgress> {
    await this.withLocked(id, async (manager, { finishedAt }) => {
      if (finishedAt) return null;
      await manager.update(ReportBatch, { id }, { state: 'cancelled', finishedAt: at });
      return 'report_batch.cancelled';
    });
    return this.find(id);
  }

  /**
   * Nightly housekeeping deletes the archive.
   * @throws NotFoundError, DomainError `batch-not-finished`
   */
  async delete(id: string): Promise<void> {
    await this.withLocked(id, async (manager, { finishedAt }) => {
      if (!finishedAt) throw batchNotFinished();
      await manager.delete(ReportBatch, { id });
      return 'report_batch.deleted';
    });
  }

  /** @returns how many */
  async deleteOld(at: Date): Promise<number> {
    const before = new Date(at.getTime() - KEPT_DAYS * DAY_MS);
    const { affected } = await this.dataSource.manager.delete(ReportBatch, { finishedAt: LessThan(before) });
    return affected ?? 0;
  }

  /** @param change says what it did, for the audit log; null: nothing */
  private withLocked(
    id: string,
    change: (manager: EntityManager, batch: ReportBatch) => Promise<string | null>,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const batch = await manager.findOne(ReportBatch, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!batch) throw noBatch();
      const { state, done, total, departmentId } = batch;
      const action = await change(manager, batch);
      if (action === null) return;
      const subject = { subjectType: 'report_batch', subjectId: id, departmentId };
      await recordInAuditLog(manager, { action, ...subject, before: { state, done, total } });
    });
  }

  private async countOf(wish: BatchWish, asked: BatchWish, at: Date): Promise<number> {
    const { month, departments, formats } = wish;
    const { manager } = this.dataSource;
    if (month > this.deadlines.today(at).slice(0, 7)) throw monthNotBegun(month);
    const without = departments ? await this.facts.withoutSheets(manager, month, departments) : [];
    if (without.length > 0) throw departmentsWithoutSheets(yearOf(month), without);
    const { length: total } = await subjectsOf(this.facts, manager, asked);
    if (total === 0) throw nothingToReport(month);
    if (total * formats.length > MOST_FILES) throw tooManyFiles(total * formats.length, MOST_FILES);
    return total;
  }

  private async row(id: string): Promise<NamedBatch> {
    const batch = await this.batches.find(id);
    if (!batch) throw noBatch();
    return batch;
  }
}

const asList = (scope: Scope): string[] | null => departmentList(scope)?.slice() ?? null;

/** What makes two batches the same. */
const key = ({ kind, month, departments, formats, language, showPersonalData, reason }: BatchWish): string =>
  JSON.stringify([kind, month, departments?.toSorted(), formats.toSorted(), language, showPersonalData, reason]);

function progressOf({ person, finishedAt, size, ...batch }: NamedBatch): ReportBatchProgress {
  const { id, state, total, done, notIssued, problems, error, createdAt } = batch;
  const { kind, month, departments, formats, language, showPersonalData, reason } = batch;
  const keptUntil = finishedAt && size !== null ? new Date(finishedAt.getTime() + KEPT_DAYS * DAY_MS) : null;
  return {
    ...{ id, kind, month, departments, formats, language, showPersonalData, reason },
    ...{ state, total, done, notIssued, problems, error, createdBy: person, createdAt, finishedAt, size, keptUntil },
  };
}
