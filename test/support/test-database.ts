import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { createDataSource } from '../../src/app/database/data-source.js';
import { SERVICE_ROLE } from '../../src/database/embedded/data-folder.js';
import { migrate } from '../../src/database/migrate.js';

const TEMPLATE = 'jixiao_template';

interface TestDatabase {
  /** As the owner of its tables. */
  readonly url: string;
  /** It lies in memory. Where a test has left a connection open it stays. */
  readonly drop: () => Promise<void>;
}

/** A fresh, migrated database of its own for one test file, cloned from a template in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  await onServer(createTemplateOnce);
  return createDatabase(TEMPLATE);
}

/** One without any table, of the superuser, who may fill it past triggers and foreign keys. */
export const createBareDatabase = (): Promise<TestDatabase> => createDatabase('template0');

/** One with the same content; nobody may be connected to the other. */
export const copyOfDatabase = (url: string): Promise<TestDatabase> =>
  createDatabase(/\/(test_\w+)\?/.exec(url)?.[1] ?? '');

async function createDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const drop = () =>
    onServer(async (client) => {
      await client.query(`DROP DATABASE ${name}`).catch(() => undefined);
    });
  return { url: await addressOf(name), drop };
}

/** A database without any table, owned by a role of its own that may do nothing beside: as on a server of others. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`);
    await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
  });
  const drop = () =>
    onServer(async (client) => {
      await client.query(`DROP DATABASE ${name}`);
      await client.query(`DROP ROLE ${name}`);
    });
  return { url: (await addressOf(name)).replace(/\/\/[^@]*@/, `//${name}:${name}@`), drop };
}

async function createTemplateOnce(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock(1)');
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (!rowCount) {
    await client.query(`CREATE DATABASE ${TEMPLATE}_new`);
    const dataSource = await createDataSource(await addressOf(`${TEMPLATE}_new`)).initialize();
    await migrate(dataSource, SERVICE_ROLE);
    await dataSource.destroy();
    await client.query(`ALTER DATABASE ${TEMPLATE}_new RENAME TO ${TEMPLATE}`);
  }
  await client.query('SELECT pg_advisory_unlock(1)');
}

async function onServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(await addressOf('postgres'));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The same database as the role that the service runs as. */
export async function serviceAddressOf(url: string): Promise<string> {
  const database = /\/(\w+)\?/.exec(url)?.[1] ?? '';
  return (await server()).url.replace('/postgres?', `/${database}?`);
}

/** Of the server itself. */
export const superuserAddress = (): Promise<string> => addressOf('postgres');

const addressOf = async (database: string): Promise<string> =>
  (await server()).ownerUrl.replace('/postgres?', `/${database}?`);

async function server(): Promise<{ url: string; ownerUrl: string }> {
  // Set by the global set-up: tests drop data and must never meet a server that they did not start.
  const socket = process.env.TEST_DATABASE_SOCKET;
  if (!socket) throw new Error('tests run through Jest, which starts their own database server');
  const { error, ...addresses } = (await json(connect(socket))) as { url: string; ownerUrl: string; error?: string };
  if (error) throw new Error(`the tests' database server did not start: ${error}`);
  return addresses;
}
