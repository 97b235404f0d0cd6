import type { INestApplicationContext } from '@nestjs/common';
import { exitWithMessage } from '../common/exit.js';
import { ConditionWatch } from '../condition/condition-watch.js';
import type { OpenDatabase } from '../database/open-database.js';
import { BatchReader } from '../imports/batches/batch-reader.js';
import { JobsService } from '../jobs/jobs.service.js';
import { JobTicker } from '../jobs/job-ticker.js';
import { ReportBatchWorker } from '../reports/batches/report-batch-worker.js';
import { MailService } from '../delivery/mail/mail.service.js';

/**
 * Makes up for missed ticks, then sends what is queued: what waited while the service was down goes out with what its
 * recipient is told today. The other jobs may take long, and nobody's mail waits for them.
 */
export async function startWork(app: INestApplicationContext): Promise<void> {
  const jobs = app.get(JobsService);
  app.get(MailService).startWorker(() => jobs.mayMail());
  app.get(BatchReader).startWorker();
  app.get(ReportBatchWorker).startWorker();
  app.get(ConditionWatch).start();
  await app.get(JobTicker).start();
}

/** SIGTERM and Ctrl-C: finish what is under way, then stop the database, which the application needs to the end. */
export class StopOnSignal {
  private app: INestApplicationContext | undefined;
  private database: OpenDatabase | undefined;
  isStopping = false;

  /** From the first moment on: the first process of a container is not ended by a signal that it does not listen to. */
  constructor() {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void this.stop());
  }

  owns(database: OpenDatabase): void {
    this.database = database;
  }

  serves(app: INestApplicationContext): void {
    this.app = app;
  }

  private async stop(): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    try {
      await this.app?.close();
      await this.database?.close();
    } finally {
      process.exit(0);
    }
  }
}

/** Without its database the process is of no use; who watches it (systemd, Docker) starts another one. */
export function endWithDatabase({ lost }: OpenDatabase): void {
  void lost?.then(exitWithMessage);
}
