import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { migrate } from '../../src/database/migrate.js';
import { REPORT_FORMATS } from '../../src/reports/writers/formats.js';
import { createBareDatabase } from '../support/test-database.js';
import { TestApp } from '../support/test-app.js';

/** A database of that day with the sample year and its reports: test/support/keep-database.mjs. */
interface Kept {
  /** Those that had been applied; not always the first ones. */
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

const FOLDER = fromProjectRoot('test/fixtures/earlier-databases');
const KEPT = readdirSync(FOLDER).sort();

const read = (file: string): Kept => JSON.parse(gunzipSync(readFileSync(path.join(FOLDER, file))).toString()) as Kept;

async function restore(url: string, { migrations, tables }: Kept): Promise<void> {
  const dataSource = createDataSource(url, { limited: false });
  await dataSource.initialize();
  const applied = dataSource.migrations.filter(({ name }) => migrations.includes(name ?? ''));
  expect(applied).toHaveLength(migrations.length);
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

describe.each(KEPT)('the database of %s, brought up to date', (file) => {
  const kept = read(file);
  let app: TestApp;
  beforeAll(async () => {
    const { url, drop } = await createBareDatabase();
    await restore(url, kept);
    const dataSource = await createDataSource(url, { limited: false }).initialize();
    await migrate(dataSource);
    await dataSource.destroy();
    app = await TestApp.on(url, {}, drop);
    app.withoutRateLimits();
  });
  afterAll(() => app.close());

  const reports = async () => (await app.read<{ items: { id: string; kind: string }[] }>('/reports?limit=200')).items;
  const answersTo = (routes: readonly string[]) =>
    Promise.all(routes.map(async (route) => ((await app.download(route)).status === 200 ? [] : [route]))).then((all) =>
      all.flat(),
    );

  it('keeps every row that people entered', async () => {
    const entered = ['department', 'target_sheet', 'indicator', 'progress_entry', 'budget_execution', 'report', 'mail'];
    const counts = await Promise.all(entered.map((table) => app.count(table)));
    expect(counts).toEqual(entered.map((table) => kept.tables[table]?.length ?? 0));
  });

  it('opens every report that was frozen, in both languages', async () => {
    const all = await reports();
    expect(all).toHaveLength(kept.tables.report?.length ?? 0);
    const routes = all.flatMap(({ id }) => [
      `/reports/${id}`,
      `/reports/${id}/file?format=html&language=zh`,
      `/reports/${id}/file?format=html&language=en`,
    ]);
    expect(await answersTo(routes)).toEqual([]);
  });

  it('writes one report of each kind in every format, and says what changed since', async () => {
    const kinds = [...new Map((await reports()).map((report) => [report.kind, report])).values()];
    expect(kinds).toHaveLength(3);
    const files = kinds.flatMap(({ id }) => REPORT_FORMATS.map((format) => `/reports/${id}/file?format=${format}`));
    expect(await answersTo([...files, ...kinds.map(({ id }) => `/reports/${id}/diff?against=${id}`)])).toEqual([]);
  });

  it('answers whether a report can be computed again, instead of failing', async () => {
    const replays = await Promise.all((await reports()).map(({ id }) => app.request('GET', `/reports/${id}/replay`)));
    expect(replays.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
  });

  it('scores every sheet of then', async () => {
    const { items } = await app.read<{ items: { id: string }[] }>('/target-sheets');
    expect(items.length).toBeGreaterThan(0);
    expect(await answersTo(items.map(({ id }) => `/target-sheets/${id}/score?asOf=2026-10`))).toEqual([]);
  });
});
