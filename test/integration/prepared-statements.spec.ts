import type { DataSource, QueryRunner } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { StatementNames } from '../../src/app/database/prepared-statements.js';
import { createTestDatabase } from '../support/test-database.js';

describe('statements that come again', () => {
  let url: string;
  let drop: () => Promise<void>;
  let dataSource: DataSource;
  let connection: QueryRunner;
  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase());
  });
  afterAll(() => drop());
  afterEach(async () => {
    await connection.release();
    await dataSource.destroy();
  });

  async function connect(prepared: boolean): Promise<void> {
    dataSource = await createDataSource(url, { prepared }).initialize();
    connection = dataSource.createQueryRunner();
  }
  const prepared = async (): Promise<string[]> => {
    const rows = (await connection.query(
      "SELECT statement FROM pg_prepared_statements WHERE name <> '' ORDER BY name",
    )) as { statement: string }[];
    return rows.map(({ statement }) => statement);
  };

  it('are prepared the tenth time, with the same answers', async () => {
    await connect(true);
    const twice = 'SELECT $1::int * 2 AS twice';
    for (let time = 1; time < 10; time += 1) expect(await connection.query(twice, [3])).toEqual([{ twice: 6 }]);
    expect(await prepared()).toEqual([]);
    for (const [number, double] of [
      [1, 2],
      [null, null],
      [7, 14],
    ])
      expect(await connection.query(twice, [number])).toEqual([{ twice: double }]);
    await connection.query('SELECT 1 WHERE $1', [true]); // once
    for (let time = 0; time < 12; time += 1) await connection.query('SELECT 2');
    expect(await prepared()).toEqual([twice]);
  });

  it('are not where a pooler hands connections on', async () => {
    await connect(false);
    for (let time = 0; time < 12; time += 1) await connection.query('SELECT $1::int AS one', [1]);
    expect(await prepared()).toEqual([]);
  });

  it('are prepared anew when a table has got another shape', async () => {
    await connect(true);
    await connection.query('CREATE TEMPORARY TABLE shape AS SELECT 1 AS a');
    const all = 'SELECT * FROM shape WHERE a = $1';
    for (let time = 0; time < 10; time += 1) expect(await connection.query(all, [1])).toEqual([{ a: 1 }]);
    await connection.query('ALTER TABLE shape ADD b int');
    await expect(connection.query(all, [1])).rejects.toThrow('cached plan must not change result type');
    expect(await connection.query(all, [1])).toEqual([{ a: 1, b: null }]);
  });
});

describe('the names of statements', () => {
  it('are at most 300, however many different statements are sent', () => {
    const names = new StatementNames();
    const given = new Set<string>();
    for (let time = 0; time < 12; time += 1)
      for (let number = 0; number < 1_000; number += 1) {
        const name = names.of(`SELECT ${number}`);
        if (name !== undefined) given.add(name);
      }
    expect(given.size).toBe(300);
    expect(names.of('SELECT 1')).toBe(names.of('SELECT 1'));
  });
});
