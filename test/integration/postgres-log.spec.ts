import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { createBareDatabase } from '../support/test-database.js';

const SECRET = '13800000000';

/** What somebody entered, in each way in which PostgreSQL would repeat it. */
const BREAKING: readonly [string, string, string[]][] = [
  ['a value of a wrong type', 'SELECT $1::text::uuid', [SECRET]],
  ['a key that is there already', 'INSERT INTO person VALUES ($1), ($1)', [SECRET]],
  ['a row that breaks a check', 'INSERT INTO person VALUES ($1)', [`${SECRET}0`]],
  ['a statement with a literal', `SELECT '${SECRET}' / 0`, []],
];

describe('the log of the embedded database', () => {
  it('knows how the server fares, and nothing of what people entered', async () => {
    const { url, drop } = await createBareDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('CREATE TABLE person (phone text PRIMARY KEY CHECK (length(phone) < 12))');
    for (const [, statement, values] of BREAKING) await expect(client.query(statement, values)).rejects.toThrow();
    await client.query('SET log_min_duration_statement = 0');
    await client.query('SELECT $1::text', [SECRET]);
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    await client.end();
    const log = readFileSync(path.join(rows[0]!.data_directory, '..', 'postgres.log'), 'utf8');
    expect(log).toContain('database system is ready to accept connections');
    expect(log).toMatch(/duration: .*SELECT \$1::text/);
    expect(log).not.toContain(SECRET);
    await drop();
  });
});
