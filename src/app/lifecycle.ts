import type { INestApplicationContext } from '@nestjs/common';
import { exitWithMessage } from '../common/exit.js';
import { ConditionWatch } from '../condition/condition-watch.js';
import type { OpenDatabase } from '../database/open-database.js';
import { BatchReader } from '../imports/batches/batch-reader.js';
import { JobsService } from '../jobs/jobs.service.js';
import { JobTicker } from '../jobs/job-ticker.js';
import { MailService } from '../delivery/mail/mail.service.js';

/**
 * Makes up for missed ticks, then sends what is queued: what waited while the service was down goes out with what its
 * recipient is told today. The other jobs may take long, and nobody's mail waits for them.
 */
export async function startWork(app: INestApplicationContext): Promise<void> {
  const jobs = app.get(JobsService);
  app.get(MailService).startWorker(() => jobs.mayMail());
  app.get(BatchReader).startWorker();
  app.get(ConditionWatch).start();
  await app.get(JobTicker).start();
}

/** SIGTERM and Ctrl-C: finish what is under way, then stop the database, which the application needs to the end. */
export function stopOnSignal(app: INestApplicationContext, database: OpenDatabase): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void app
      .close()
      .then(() => database.close())
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Without its database the process is of no use; who watches it (systemd, Docker) starts another one. */
export function endWithDatabase({ lost }: OpenDatabase): void {
  void lost?.then(exitWithMessage);
}
