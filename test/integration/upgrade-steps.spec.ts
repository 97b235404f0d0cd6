import type { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { createDataSource } from '../../src/app/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { schemaDifferences } from '../support/schema-differences.js';
import { copyOfDatabase, createTestDatabase } from '../support/test-database.js';
import { TestApp } from '../support/test-app.js';

/** Before accounts, and half-way; `ALL_STEPS=1` stops after every migration. Databases of real versions: upgrades.spec.ts. */
const STOPS = process.env.ALL_STEPS ? MIGRATIONS.map((_, place) => place + 1) : [1, 23];
/** Computed anew whenever they are asked for, or filled by a migration. */
const OTHERWISE = ['migrations', 'sheet_score', 'score_snapshot', 'setting'];
const FROM_THE_LAST = STOPS.filter((step) => step < MIGRATIONS.length).reverse();

/** An installation with a year of data is taken back step by step, and brought up to date from there. */
describe('a database of an earlier step', () => {
  let url: string;
  let drop: () => Promise<void>;
  let before: readonly unknown[];

  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase());
    const app = await TestApp.on(url, {});
    await app.loadSampleYear();
    for (const job of ['reminder-digest', 'scoring-report'] as const) await app.runJob(job, '2026-11-24T09:30');
    before = await scoresOf(app);
    expect(before).toHaveLength(3);
    await app.close();
  });
  afterAll(() => drop());

  it.each(FROM_THE_LAST)('%i keeps every row, and scores as before', async (step) => {
    const then = await takenBackTo(step);
    const copy = await copyOfDatabase(url);
    const dataSource = await createDataSource(copy.url, { limited: false }).initialize();
    expect(await migrate(dataSource)).toHaveLength(MIGRATIONS.length - step);
    expect(await schemaDifferences(dataSource)).toEqual([]);
    expect(await rowsOf(dataSource, Object.keys(then))).toEqual(then);
    await dataSource.destroy();
    const app = await TestApp.on(copy.url, {}, copy.drop);
    expect(await scoresOf(app)).toEqual(before);
    await app.close();
  });

  /** @returns how many rows each table had then */
  async function takenBackTo(step: number): Promise<Record<string, number>> {
    const dataSource = await createDataSource(url, { limited: false }).initialize();
    const count = async () => (await rowsOf(dataSource, ['migrations'])).migrations ?? 0;
    while ((await count()) > step) await dataSource.undoLastMigration();
    const tables: { name: string }[] = await dataSource.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const names = tables.map(({ name }) => name).filter((name) => !OTHERWISE.includes(name));
    const rows = await rowsOf(dataSource, names);
    await dataSource.destroy();
    return rows;
  }
});

async function rowsOf(dataSource: DataSource, tables: readonly string[]): Promise<Record<string, number>> {
  const counts = await Promise.all(
    tables.map(async (table): Promise<[string, number]> => {
      const [row]: { count: number }[] = await dataSource.query(`SELECT count(*)::int AS count FROM ${table}`);
      return [table, row?.count ?? 0];
    }),
  );
  return Object.fromEntries(counts);
}

async function scoresOf(app: TestApp): Promise<unknown[]> {
  const { items } = await app.read<{ items: { id: string }[] }>('/target-sheets');
  return Promise.all(items.map(({ id }) => app.read(`/target-sheets/${id}/score?asOf=2026-10`)));
}
