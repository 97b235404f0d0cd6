// An installation with the reference's figures, on a server of its own that is thrown away afterwards.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

export const built = (file) => import(new URL(`../dist/src/${file}.js`, import.meta.url).href);

export const seconds = async (work) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/**
 * Calls `measure` with the application, a connection of its own, and a reader of the SQL files beside this one; `settings` as
 * in the environment.
 */
export async function withInstallation(departments, settings, measure) {
  const sql = (file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll('$departments', String(departments));
  const { readConfiguration } = await built('config/configuration');
  const { prepareDatabase } = await built('app/database/prepare-database');
  const { AppModule } = await built('app/app.module');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-bench-'));
  const configuration = {
    ...readConfiguration({ DATA_DIR: folder, LOG_LEVEL: 'error', SAMPLE_YEAR: 'off', ...settings }),
    DATABASE_URL: undefined,
  };
  const database = await prepareDatabase(configuration);
  try {
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    client.on('error', () => undefined); // what went wrong before says more than that the server ends
    const made = await seconds(async () => {
      for (const file of ['reference/schema.sql', 'reference/generate.sql', 'product-data.sql'])
        await client.query(sql(file));
      await client.query('VACUUM ANALYZE');
    });
    console.log(
      `${departments} departments, ${departments * 30} indicators, ${departments * 360} entries, made in ${made.toFixed(0)} s`,
    );
    const module = AppModule.with({ configuration, databaseUrl: database.url, ownerUrl: database.ownerUrl });
    const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
    await measure({ app, client, sql, folder, url: database.url });
    await app.close();
    await client.end();
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
