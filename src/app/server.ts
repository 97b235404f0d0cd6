import { Logger } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { createPino, PinoLogger } from '../common/logger.js';
import type { Configuration } from '../config/configuration.js';
import { prepareDatabase } from './database/prepare-database.js';
import { makeFirstAccounts } from './first-accounts.js';
import { createHttpServer } from './http/http-server.js';
import { answerWhileStarting } from './http/starting-server.js';
import { MetricsServer } from '../metrics/metrics-server.js';
import { endWithDatabase, startWork, StopOnSignal } from './lifecycle.js';

/**
 * The service in its role: `all` and `api` answer on PORT; `worker` does the work of the queue and the jobs, and answers for
 * its health alone, on WORKER_PORT. Any number of them may share a database.
 * @throws DomainError in words where the port, the data folder or the database cannot be used
 */
export async function startServer(configuration: Configuration): Promise<void> {
  const { ROLE, HOST, PORT, WORKER_PORT, PUBLIC_URL, LOG_LEVEL } = configuration;
  const isWorker = ROLE === 'worker';
  const port = isWorker ? WORKER_PORT : PORT;
  const pino = createPino(LOG_LEVEL);
  Logger.overrideLogger(new PinoLogger(pino));
  const stopping = new StopOnSignal();
  const starting = await answerWhileStarting(port, HOST);
  const database = await prepareDatabase(configuration, isWorker ? 'join' : 'own');
  try {
    stopping.owns(database);
    endWithDatabase(database);
    const module = AppModule.with({ configuration, databaseUrl: database.url, ownerUrl: database.ownerUrl });
    const app = await createHttpServer(module, configuration, pino);
    stopping.serves(app);
    await app.init();
    if (!isWorker) await makeFirstAccounts(app, database.embedded && configuration.SAMPLE_YEAR === 'on');
    await starting.end();
    await app.listen(port, HOST);
    await app.get(MetricsServer).listen();
    if (!isWorker) process.stderr.write(`绩效台账 Jixiao: ${PUBLIC_URL}\n`);
    if (ROLE !== 'api') await startWork(app);
  } catch (error) {
    if (stopping.isStopping) return; // it broke off for that, and the process ends with it
    await database.close();
    throw error;
  }
}
