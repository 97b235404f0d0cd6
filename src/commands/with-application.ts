import { NestFactory } from '@nestjs/core';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { AppModule } from '../app/app.module.js';
import { actingAs } from '../common/access/acting.js';
import { COMMAND_LINE } from '../common/access/actor.js';
import { createPino, PinoLogger } from '../common/logger.js';
import type { Configuration } from '../config/configuration.js';
import { prepareDatabase } from '../app/database/prepare-database.js';

/**
 * Runs a command on the installation's services, beside a running server or alone, and closes what it opened.
 * @param how `join`: the command may begin an installation, as `user add` does
 * @throws DomainError `no-installation`
 */
export async function withApplication(
  configuration: Configuration,
  work: (app: INestApplicationContext) => Promise<void>,
  how: 'found' | 'join' = 'found',
): Promise<void> {
  // A command speaks for itself: only what went wrong is worth a log line.
  const logger = new PinoLogger(createPino(configuration.LOG_LEVEL === 'info' ? 'warn' : configuration.LOG_LEVEL));
  Logger.overrideLogger(logger);
  const database = await prepareDatabase(configuration, how);
  try {
    const module = AppModule.with({ configuration, databaseUrl: database.url, ownerUrl: database.ownerUrl });
    const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
    try {
      await actingAs({ userId: null, name: COMMAND_LINE }, () => work(app));
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
}
