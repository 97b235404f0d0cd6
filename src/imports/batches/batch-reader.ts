import { buffer } from 'node:stream/consumers';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { actingAs } from '../../common/access/acting.js';
import { EVERYTHING } from '../../common/access/actor.js';
import { DatabaseClock } from '../../common/database-clock.js';
import { QueueWorker } from '../../common/queue-worker.js';
import { DomainError } from '../../domain/domain-error.js';
import { StoredFilesService } from '../../files/stored-files.service.js';
import { ImportsService } from '../imports.service.js';
import { ImportBatchesRepository, type ItemOutcome, type TakenItem } from './import-batches.repository.js';
import { itemError } from './import-batches.service.js';

/** Longer than reading may take: a process that was killed gives its document back after this. */
const CLAIM_MS = 90_000;
const MOST_ATTEMPTS = 3;

/**
 * Reads the documents of batches, in as many processes as there are. One at a time each: two documents are read at once
 * there, and whoever uploads a single one does not wait for two hundred.
 */
@Injectable()
export class BatchReader implements BeforeApplicationShutdown {
  private readonly queue = new QueueWorker(BatchReader.name, () => this.readNext());

  constructor(
    private readonly batches: ImportBatchesRepository,
    private readonly files: StoredFilesService,
    private readonly imports: ImportsService,
    private readonly clock: DatabaseClock,
  ) {}

  startWorker(): void {
    this.queue.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.queue.stop();
  }

  /** @returns false: nothing waits */
  private async readNext(): Promise<boolean> {
    const now = await this.clock.now();
    const item = await this.batches.claim(now, new Date(now.getTime() + CLAIM_MS));
    if (!item) return false;
    const outcome = item.attempts > MOST_ATTEMPTS ? failed(givenUp()) : await this.outcomeOf(item, now);
    await this.batches.finish(item.id, outcome, await this.clock.now());
    return true;
  }

  private async outcomeOf({ name, sha256, departmentId, createdBy }: TakenItem, at: Date): Promise<ItemOutcome> {
    const scope = departmentId === null ? EVERYTHING : { departments: [departmentId] };
    try {
      const bytes = await buffer(await this.files.open(sha256));
      const read = await actingAs({ userId: null, name: createdBy }, () =>
        this.imports.read(bytes, name, { actor: createdBy, scope, at }),
      );
      return { state: read.known ? 'known' : 'read', importId: read.import.id, error: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'storage-unavailable') throw error;
      return failed(error);
    }
  }
}

const failed = (error: DomainError): ItemOutcome => ({ state: 'failed', importId: null, error: itemError(error) });

const givenUp = () =>
  new DomainError('unfit', 'document-unreadable', {
    zh: `读取 ${MOST_ATTEMPTS} 次都中断了，已放弃。请单独上传这份文件重试。`,
    en: `Reading broke off ${MOST_ATTEMPTS} times and was given up. Upload this document by itself to try again.`,
  });
