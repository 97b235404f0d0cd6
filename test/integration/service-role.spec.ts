import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { prepareDatabase } from '../../src/app/database/prepare-database.js';
import { settingsText } from '../../src/backup/settings-text.js';
import { weakRole } from '../../src/condition/weak-role.js';
import { readConfiguration } from '../../src/config/configuration.js';
import { SERVICE_ROLE } from '../../src/database/embedded/data-folder.js';
import { migrate } from '../../src/database/migrate.js';
import { APPEND_ONLY } from '../../src/database/rights/append-only.js';
import { TestApp } from '../support/test-app.js';
import {
  createEmptyDatabase,
  createTestDatabase,
  serviceAddressOf,
  superuserAddress,
} from '../support/test-database.js';
import { twoRoles } from '../support/two-roles.mjs';

const DENIED = '42501';
const HISTORIES = Object.keys(APPEND_ONLY);

/** Columns that every row of it has, so that a statement is refused for what it is. */
const attempts = (table: string): [what: string, sql: string][] => [
  ['truncate', `TRUNCATE ${table} CASCADE`],
  ['alter', `ALTER TABLE ${table} ADD COLUMN more text`],
  ['drop', `DROP TABLE ${table} CASCADE`],
  ['disable triggers of', `ALTER TABLE ${table} DISABLE TRIGGER ALL`],
  [
    'add a trigger to',
    `CREATE TRIGGER t BEFORE INSERT ON ${table} EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  ],
  ['add a rule to', `CREATE RULE r AS ON INSERT TO ${table} DO INSTEAD NOTHING`],
  ['lock everybody out of', `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`],
];

describe('the role of the service', () => {
  let app: TestApp;
  let service: pg.Client;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.loadSampleYear();
    service = new pg.Client(await serviceAddressOf((app.manager.dataSource.options as { url: string }).url));
    await service.connect();
  });
  afterAll(async () => {
    await service.end();
    await app.close();
  });

  const outcome = async (sql: string): Promise<string> => {
    await service.query('BEGIN');
    const code = await service.query(sql).then(
      () => 'done',
      (error: unknown) => (error as { code: string }).code,
    );
    await service.query('ROLLBACK');
    return code;
  };
  const columnsOf = async (table: string) => {
    const { rows } = await service.query<{ name: string }>(
      `SELECT quote_ident(attname) AS name FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''`,
      [table],
    );
    return rows.map(({ name }) => name);
  };

  it.each(HISTORIES)('changes nothing in %s, and does not get around that', async (table) => {
    const updates = (await columnsOf(table))
      .filter((column) => !APPEND_ONLY[table]?.includes(column))
      .map((column): [string, string] => [`update ${column}`, `UPDATE ${table} SET ${column} = ${column}`]);
    const tried = [...updates, ['delete', `DELETE FROM ${table}`] as const, ...attempts(table)];
    const outcomes: string[] = [];
    for (const [what, sql] of tried) outcomes.push(`${what}: ${await outcome(sql)}`);
    expect(outcomes).toEqual(tried.map(([what]) => `${what}: ${DENIED}`));
    expect(tried.length).toBeGreaterThan(8 + 2);
    expect(await outcome(`SELECT * FROM ${table} LIMIT 1`)).toBe('done');
  });

  it('changes what may change in a history', async () => {
    for (const [table, columns] of Object.entries(APPEND_ONLY))
      for (const column of columns) expect(await outcome(`UPDATE ${table} SET ${column} = ${column}`)).toBe('done');
  });

  it.each(['department', 'app_user', 'progress_entry', 'migrations'])(
    'neither alters nor empties %s',
    async (table) => {
      for (const [what, sql] of attempts(table).slice(0, -1))
        expect([what, await outcome(sql)]).toEqual([what, DENIED]);
    },
  );

  it.each([
    ['write down a checkpoint', "INSERT INTO audit_checkpoint VALUES (1, 'x', now(), NULL, '{}', '', 'x')"],
    ['write down a migration', "INSERT INTO migrations (timestamp, name) VALUES (1, 'x')"],
    [
      'replace what refuses changes',
      'CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    ],
    ['make a table', 'CREATE TABLE of_mine (id integer)'],
    ['make a role', 'CREATE ROLE of_mine'],
    ['put triggers to sleep', 'SET session_replication_role = replica'],
    ['become the owner', 'SET ROLE postgres'],
    ['run a program', "COPY department TO PROGRAM 'cat'"],
    ['read a file', "SELECT pg_read_file('postgresql.conf')"],
    ['read passwords', 'SELECT * FROM pg_authid'],
    ['change the settings of the server', 'SELECT pg_reload_conf()'],
  ])('cannot %s', async (_, sql) => {
    expect(await outcome(sql)).toBe(DENIED);
  });

  it('is held by the same list as the triggers', async () => {
    const { rows } = await service.query<{ name: string }>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
        WHERE NOT tgisinternal AND proname LIKE 'refuse%change'`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(HISTORIES).toEqual(expect.arrayContaining(rows.map(({ name }) => name)));
  });

  it('backs up every table and sequence', async () => {
    const { rows } = await service.query(
      'SELECT 1 FROM pg_sequences WHERE last_value IS NULL AND sequencename LIKE $1',
      ['migrations%'],
    );
    expect(rows).toEqual([]);
  });
});

describe('rights that differ', () => {
  let url: string;
  let drop: () => Promise<void>;
  const owned = async <T>(work: (source: Awaited<ReturnType<typeof connected>>) => Promise<T>): Promise<T> => {
    const source = await connected(url);
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  };
  const connected = (to: string) => createDataSource(to).initialize();
  const troubles = async () => {
    const source = await connected(await serviceAddressOf(url));
    try {
      return (await weakRole({ manager: source.manager })).map(({ code, message }) => `${code}: ${message.en}`);
    } finally {
      await source.destroy();
    }
  };

  beforeEach(async () => {
    ({ url, drop } = await createTestDatabase());
  });
  afterEach(() => drop());

  it('are none as migrations leave them', async () => {
    expect(await troubles()).toEqual([]);
  });

  it.each([
    ['UPDATE ON audit_event', 'UPDATE audit_event'],
    ['UPDATE (actor) ON audit_event', 'UPDATE audit_event (actor)'],
    ['DELETE ON report', 'DELETE report'],
    ['TRUNCATE ON department', 'TRUNCATE department'],
    ['CREATE ON SCHEMA public', 'CREATE ON SCHEMA public'],
  ])('%s is told, and taken back where the owner can', async (given, told) => {
    await owned((source) => source.query(`GRANT ${given} TO ${SERVICE_ROLE}`));
    try {
      expect(await troubles()).toEqual([expect.stringMatching('database-rights-excess: ')]);
      expect((await troubles())[0]).toContain(told);
      await owned((source) => migrate(source, SERVICE_ROLE));
      const isOnTables = given.includes(' ON ') && !given.includes('SCHEMA');
      expect(await troubles()).toHaveLength(isOnTables ? 0 : 1);
    } finally {
      await owned((source) => source.query(`REVOKE ${given} FROM ${SERVICE_ROLE}`));
    }
  });

  it.each([
    ['INSERT ON audit_event', 'INSERT audit_event'],
    ['SELECT ON counted_entry', 'SELECT counted_entry'],
    ['UPDATE (milestones) ON indicator_revision', 'UPDATE indicator_revision (milestones)'],
    ['SELECT ON SEQUENCE migrations_id_seq', 'SELECT migrations_id_seq'],
  ])('without %s the service does not start, until the owner has granted it', async (taken, told) => {
    await owned((source) => source.query(`REVOKE ${taken} FROM ${SERVICE_ROLE}`));
    expect((await troubles())[0]).toContain(`lacks rights: ${told}`);
    const source = await connected(await serviceAddressOf(url));
    await expect(migrate(source)).rejects.toMatchObject({
      code: 'database-rights-lacking',
      message: expect.stringContaining(told) as string,
    });
    await owned((owner) => migrate(owner, SERVICE_ROLE));
    expect(await migrate(source)).toEqual([]);
    await source.destroy();
  });

  it('an owner works as before, and is told what that leaves open', async () => {
    await owned(async (source) => {
      expect(await migrate(source)).toEqual([]);
      expect(await weakRole({ manager: source.manager })).toMatchObject([{ code: 'database-role-owner' }]);
      await migrate(source, 'postgres'); // as with the same role in both settings: it keeps its rights
      await source.query('UPDATE department SET version = version');
    });
  });
});

describe('a server with the two roles of docs/operations/database.md', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-roles-'));
  let roles: Awaited<ReturnType<typeof twoRoles>>;
  beforeEach(async () => {
    roles = await twoRoles(await superuserAddress());
  });
  afterEach(() => roles.drop());
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const settings = (more: object = {}) =>
    readConfiguration({ DATA_DIR: folder, DATABASE_URL: roles.url, DATABASE_OWNER_URL: roles.ownerUrl, ...more });

  it('is brought up to date by the owner, and worked with by the other', async () => {
    const database = await prepareDatabase(settings());
    expect([database.url, database.ownerUrl]).toEqual([roles.url, roles.ownerUrl]);
    const app = await TestApp.as(roles);
    try {
      await app.loadSampleYear();
      expect((await app.request('GET', '/scores?asOf=2026-10')).status).toBe(200);
      expect(await app.runJob('reminder-digest', '2026-11-09T09:00')).toMatchObject({ mails: 8 });
      const [works]: [{ role: string }] = await app.get<DataSource>(DataSource).query('SELECT current_user AS role');
      expect(works.role).toMatch(/_service$/);
    } finally {
      await app.close();
    }
  });

  it('needs no owner while the tables are as they should be, and says so when they are not', async () => {
    const alone = { DATABASE_OWNER_URL: undefined };
    await expect(prepareDatabase(settings(alone))).rejects.toMatchObject({ code: 'migrations-need-owner' });
    await prepareDatabase(settings());
    await prepareDatabase(settings(alone));
    const owner = await createDataSource(roles.ownerUrl).initialize();
    await owner.undoLastMigration();
    await owner.destroy();
    await expect(prepareDatabase(settings(alone))).rejects.toMatchObject({ code: 'migrations-need-owner' });
  });

  it('says what only a superuser can have given the service', async () => {
    await prepareDatabase(settings());
    const superuser = await createDataSource(roles.superuserUrl).initialize();
    const service = await createDataSource(roles.url).initialize();
    const [{ role }]: [{ role: string }] = await service.query('SELECT current_user AS role');
    await superuser.query(`GRANT pg_execute_server_program TO ${role}`);
    await prepareDatabase(settings());
    const [told] = await weakRole({ manager: service.manager });
    expect([told?.code, told?.message.en]).toEqual(['database-rights-excess', expect.stringContaining('pg_execute')]);
    await Promise.all([superuser.destroy(), service.destroy()]);
  });

  it('is one database: two addresses that lead to different ones are refused', async () => {
    const other = await createEmptyDatabase();
    const both = settings({ DATABASE_OWNER_URL: other.url });
    await expect(prepareDatabase(both)).rejects.toMatchObject({ code: 'databases-differ' });
    await other.drop();
  });

  it('is one database, too, where the service has set a time zone and a style of dates for itself', async () => {
    await prepareDatabase(settings());
    const service = await createDataSource(roles.url).initialize();
    const [{ role }]: [{ role: string }] = await service.query('SELECT current_user AS role');
    await service.query(`ALTER ROLE ${role} SET timezone = 'Asia/Tokyo'; ALTER ROLE ${role} SET datestyle = 'German'`);
    await service.destroy();
    await expect(prepareDatabase(settings())).resolves.toMatchObject({ url: roles.url });
    const again = await createDataSource(roles.url).initialize();
    await again.query(`ALTER ROLE ${role} RESET ALL`);
    await again.destroy();
  });

  it('is not named by its owner alone, and the owner’s password stays out of open backups', () => {
    expect(() => settings({ DATABASE_URL: undefined })).toThrow('DATABASE_OWNER_URL: ');
    expect(settingsText(settings(), false)).not.toContain('PASSWORD@');
    expect(settingsText(settings(), true)).toContain(roles.ownerUrl);
  });
});
