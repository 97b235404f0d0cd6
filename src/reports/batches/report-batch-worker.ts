import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { actingAs } from '../../common/access/acting.js';
import { DatabaseClock } from '../../common/database-clock.js';
import { databaseProblem } from '../../common/http/database-problem.js';
import { QueueWorker } from '../../common/queue-worker.js';
import { DomainError } from '../../domain/domain-error.js';
import { LongWork } from '../../events/long-work.js';
import { BatchArchives, type StoredArchive } from './batch-archives.js';
import { givenUp } from './errors.js';
import type { ReportBatch } from './report-batch.entity.js';
import { type BatchEnd, ReportBatchesRepository } from './report-batches.repository.js';

/** Longer than one report takes, and putting the archive away: a process that was killed gives its batch back after this. */
const CLAIM_MS = 90_000;
const MOST_ATTEMPTS = 3;
/** Who asks for one department does not wait for the whole province. */
const AT_ONCE = 2;
const PROBLEMS_KEPT = 50;

/** Makes the batches of reports, in as many processes as there are. */
@Injectable()
export class ReportBatchWorker implements BeforeApplicationShutdown {
  private readonly queue = new QueueWorker(ReportBatchWorker.name, () => this.makeNext(), AT_ONCE);

  constructor(
    private readonly batches: ReportBatchesRepository,
    private readonly archives: BatchArchives,
    private readonly longWork: LongWork,
    private readonly clock: DatabaseClock,
  ) {}

  startWorker(): void {
    this.queue.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.queue.stop();
  }

  /** @returns false: nothing waits */
  private async makeNext(): Promise<boolean> {
    const now = await this.clock.now();
    const batch = await this.batches.claim(now, claimEnd(now));
    if (!batch) return false;
    const end = batch.attempts > MOST_ATTEMPTS ? failed(givenUp(MOST_ATTEMPTS)) : await this.endOf(batch, now);
    if (end) await this.batches.finish(batch, end, await this.clock.now());
    else if (this.queue.signal.aborted) await this.batches.release(batch, await this.clock.now());
    return true;
  }

  /** @returns null: it was interrupted, or is no longer ours */
  private async endOf(batch: ReportBatch, at: Date): Promise<BatchEnd | null> {
    const lost = new AbortController();
    const signal = AbortSignal.any([this.queue.signal, lost.signal]);
    const hold = async (done: number): Promise<void> => {
      if (!(await this.batches.advance(batch, done, claimEnd(await this.clock.now())))) lost.abort();
    };
    try {
      return made(await this.make(batch, at, hold, signal));
    } catch (error) {
      if (signal.aborted) return null;
      const problem = error instanceof DomainError ? error : databaseProblem(error);
      if (!problem || problem.kind === 'unavailable') throw error;
      return failed(problem);
    }
  }

  /** In the name of who asked for it. */
  private make(
    batch: ReportBatch,
    at: Date,
    hold: (done: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<StoredArchive> {
    const { id, total, createdBy: name, createdById: userId } = batch;
    return actingAs({ userId, name }, () =>
      this.longWork.track(
        'reports',
        total,
        (tell) => {
          const advance = async (done: number): Promise<void> => {
            await hold(done);
            await tell(done);
          };
          return this.archives.make(batch, { at, advance, signal });
        },
        id,
      ),
    );
  }
}

const claimEnd = (now: Date): Date => new Date(now.getTime() + CLAIM_MS);

const made = ({ sha256, size, problems }: StoredArchive): BatchEnd => ({
  ...{ state: 'done', sha256, size, error: null },
  ...{ notIssued: problems.length, problems: problems.slice(0, PROBLEMS_KEPT) },
});

const failed = ({ messages }: DomainError): BatchEnd => ({
  ...{ state: 'failed', sha256: null, size: null, error: messages, notIssued: 0, problems: [] },
});
