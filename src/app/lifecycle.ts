import type { INestApplicationContext } from '@nestjs/common';
import type { OpenDatabase } from '../database/open-database.js';
import { BatchReader } from '../imports/batches/batch-reader.js';
import { JobsService } from '../jobs/jobs.service.js';
import { MailService } from '../delivery/mail/mail.service.js';

/** Sends and reads what is queued and makes up for missed ticks; from here on the scheduler does the rest. */
export async function startWork(app: INestApplicationContext): Promise<void> {
  app.get(MailService).startWorker();
  app.get(BatchReader).startWorker();
  await app.get(JobsService).runDue();
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
