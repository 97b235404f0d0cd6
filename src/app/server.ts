import { AppModule } from './app.module.js';
import { createPino } from '../common/logger.js';
import type { Configuration } from '../config/configuration.js';
import { prepareDatabase } from './database/prepare-database.js';
import { firstAccountsText } from '../auth/users/first-accounts-text.js';
import { FirstAccountsService } from '../auth/users/first-accounts.service.js';
import { createHttpServer } from './http/http-server.js';
import { startWork, stopOnSignal } from './lifecycle.js';
import { SampleYearService } from '../sample-year/sample-year.service.js';

/** The HTTP server, with the worker in the same process unless ROLE=api. */
export async function startServer(configuration: Configuration): Promise<void> {
  const database = await prepareDatabase(configuration);
  try {
    const withWork = configuration.ROLE === 'all';
    const module = AppModule.with({ configuration, databaseUrl: database.url, ticks: withWork });
    const app = await createHttpServer(module, configuration, createPino(configuration.LOG_LEVEL));
    stopOnSignal(app, database);
    await app.init();
    const withSample = database.embedded && configuration.SAMPLE_YEAR === 'on';
    const accounts = withSample ? await app.get(SampleYearService).loadIfEmpty() : [];
    accounts.push(...(await app.get(FirstAccountsService).create()));
    await app.listen(configuration.PORT, configuration.HOST);
    process.stderr.write(`绩效台账 Jixiao: ${configuration.PUBLIC_URL}\n${firstAccountsText(accounts)}`);
    if (withWork) await startWork(app);
  } catch (error) {
    await database.close();
    throw error;
  }
}
