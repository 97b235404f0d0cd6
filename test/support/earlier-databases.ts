import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { migrate } from '../../src/database/migrate.js';
import { createBareDatabase } from './test-database.js';
import { TestApp } from './test-app.js';

/** A database of that day with the sample year and its reports: test/support/keep-database.mjs. */
export interface Kept {
  /** Those that had been applied; not always the first ones. */
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

const FOLDER = fromProjectRoot('test/fixtures/earlier-databases');
/** Their files, the earliest first. */
export const KEPT = readdirSync(FOLDER).sort();

export const kept = (file: string): Kept =>
  JSON.parse(gunzipSync(readFileSync(path.join(FOLDER, file))).toString()) as Kept;

async function restore(url: string, { migrations, tables }: Kept): Promise<void> {
  const dataSource = createDataSource(url, { limited: false });
  await dataSource.initialize();
  const applied = dataSource.migrations.filter(({ name }) => migrations.includes(name ?? ''));
  if (applied.length !== migrations.length) throw new Error('a migration of that day is gone');
  dataSource.migrations.splice(0, Infinity, ...applied);
  await dataSource.runMigrations({ transaction: 'all' });
  await fill(dataSource, tables);
  await dataSource.destroy();
}

/** As they were, whatever triggers and foreign keys would make of them, in place of what migrations put there. */
function fill(dataSource: DataSource, tables: Kept['tables']): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL session_replication_role = replica');
    for (const [table, rows] of Object.entries(tables)) {
      const columns: { name: string }[] = await manager.query(
        `SELECT quote_ident(attname) AS name FROM pg_attribute
          WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped`,
        [table],
      );
      const names = columns.map(({ name }) => name).join(', ');
      await manager.query(`DELETE FROM ${table}`);
      await manager.query(
        `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE
         SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
  });
}

/** The service on a database of that day, which it has brought up to date. */
export async function broughtUpToDate(file: string): Promise<TestApp> {
  const { url, drop } = await createBareDatabase();
  await restore(url, kept(file));
  const dataSource = await createDataSource(url, { limited: false }).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  const app = await TestApp.on(url, {}, drop);
  app.withoutRateLimits();
  return app;
}

/** Those of the routes that answer anything but 200. */
export async function failing(app: TestApp, routes: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(routes.map(async (route) => ({ route, ...(await app.download(route)) })));
  return answers.filter(({ status }) => status !== 200).map(({ route }) => route);
}

export const reportsOf = async (app: TestApp) =>
  (await app.read<{ items: { id: string; kind: string }[] }>('/reports?limit=200')).items;
