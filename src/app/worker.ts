import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { createPino, PinoLogger } from '../common/logger.js';
import type { Configuration } from '../config/configuration.js';
import { prepareDatabase } from './database/prepare-database.js';
import { startWork, stopOnSignal } from './lifecycle.js';

/** Ticks and mails without an HTTP server: ROLE=worker. Any number of workers may share a database. */
export async function startWorker(configuration: Configuration): Promise<void> {
  const database = await prepareDatabase(configuration, 'join');
  const logger = new PinoLogger(createPino(configuration.LOG_LEVEL));
  const module = AppModule.with({ configuration, databaseUrl: database.url, ticks: true });
  const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
  stopOnSignal(app, database);
  await startWork(app);
}
