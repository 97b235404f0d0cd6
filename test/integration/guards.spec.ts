import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { checkSchema } from '../../src/database/check-schema.js';
import { foundGuards, strangeGuards } from '../../src/database/rights/guards.js';
import { GUARDS } from '../../src/database/rights/known-guards.js';
import { createTestDatabase } from '../support/test-database.js';

describe('what guards our tables in the database', () => {
  let owner: DataSource;
  let drop: () => Promise<void>;
  let url: string;
  beforeAll(async () => {
    const database = await createTestDatabase();
    ({ drop, url } = database);
    owner = await createDataSource(database.url).initialize();
  });
  afterAll(async () => {
    await owner.destroy();
    await drop();
  });

  /** What is named after that, which is taken back. */
  const strangersAfter = async (sql: string): Promise<string[]> => {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    await runner.query(sql);
    const names = await strangeGuards(runner.manager);
    await runner.rollbackTransaction();
    await runner.release();
    return names;
  };

  it('is what the migrations make, and known as that', async () => {
    expect(await foundGuards(owner.manager)).toEqual(GUARDS);
  });

  it('is not what others have beside it', async () => {
    const beside = `CREATE TABLE theirs (id int); CREATE FUNCTION theirs() RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE RULE theirs AS ON DELETE TO theirs DO INSTEAD NOTHING`;
    expect(await strangersAfter(beside)).toEqual([]);
  });

  it('is asleep where a setting puts it to sleep, or all triggers of a table with their foreign keys', async () => {
    const [{ name }]: [{ name: string }] = await owner.query('SELECT current_database() AS name');
    expect(await strangersAfter(`ALTER DATABASE "${name}" SET session_replication_role = replica`)).toEqual([
      'setting session_replication_role=replica',
    ]);
    const asleep = await strangersAfter('ALTER TABLE score_override DISABLE TRIGGER ALL');
    expect([asleep.length > 0, asleep.filter((one) => !/^foreign key .* ON score_override$/.test(one))]).toEqual([
      true,
      [],
    ]);
  });

  it('is told where another schema comes first, and functions that a default asks', async () => {
    const [{ name }]: [{ name: string }] = await owner.query('SELECT current_database() AS name');
    expect(await strangersAfter(`ALTER DATABASE "${name}" SET search_path = evil, public`)).toEqual([
      'setting search_path=evil, public',
    ]);
    const cheap = `CREATE FUNCTION cheap() RETURNS numeric LANGUAGE sql AS 'SELECT 0.1';
      ALTER TABLE indicator ALTER COLUMN weight SET DEFAULT cheap()`;
    expect((await strangersAfter(cheap)).sort()).toEqual(['defaults ON indicator', 'function cheap()']);
  });

  it('is looked at in our schema whatever the database says, and no tables are made in another', async () => {
    const [{ name, role }]: [{ name: string; role: string }] = await owner.query(
      'SELECT current_database() AS name, current_user AS role',
    );
    await owner.query(`CREATE SCHEMA evil; ALTER DATABASE "${name}" SET search_path = evil, public`);
    const other = await createDataSource(url).initialize();
    try {
      expect(await other.query('SELECT current_schema() AS schema')).toEqual([{ schema: 'public' }]);
      expect(await strangeGuards(other.manager)).toEqual(['setting search_path=evil, public']);
      await owner.query(`CREATE SCHEMA "${role}"`); // stands first, by its name
      await expect(checkSchema(other)).rejects.toMatchObject({ code: 'tables-elsewhere' });
      await owner.query(`CREATE TABLE "${role}".audit_event (LIKE public.audit_event)`);
      expect(await strangeGuards(other.manager)).toContain('table public.audit_event');
    } finally {
      await other.destroy();
      await owner.query(
        `DROP SCHEMA IF EXISTS "${role}" CASCADE; DROP SCHEMA evil; ALTER DATABASE "${name}" RESET search_path`,
      );
    }
  });

  it.each([
    [
      'trigger swallows ON audit_event',
      `CREATE FUNCTION swallows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
       CREATE TRIGGER swallows BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.actor = 'li') EXECUTE FUNCTION swallows()`,
    ],
    ['rule swallows ON month_decision', 'CREATE RULE swallows AS ON INSERT TO month_decision DO INSTEAD NOTHING'],
    [
      'function hold_audit_tail()',
      `CREATE OR REPLACE FUNCTION hold_audit_tail() RETURNS TABLE ("position" bigint, hash text, at timestamptz)
       LANGUAGE sql AS $$ SELECT 0::bigint, '', '2025-01-01'::timestamptz $$`,
    ],
    [
      'function refuse_history_change()',
      'CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
    ],
    ['trigger report_frozen ON report', 'ALTER TABLE report DISABLE TRIGGER report_frozen'],
    ['trigger goal_progress_append_only ON goal_progress', 'DROP TRIGGER goal_progress_append_only ON goal_progress'],
    [
      'trigger indicator_revision_kept ON indicator_revision',
      `DROP TRIGGER indicator_revision_kept ON indicator_revision;
       CREATE TRIGGER indicator_revision_kept BEFORE UPDATE ON indicator_revision
       FOR EACH ROW WHEN (false) EXECUTE FUNCTION refuse_history_change()`,
    ],
    ['row security ON audit_event', 'ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY'],
    [
      'trigger quiet ON app_user',
      `CREATE FUNCTION quiet() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.role := 'performance-office'; RETURN NEW; END $$;
       CREATE TRIGGER quiet BEFORE UPDATE ON app_user FOR EACH ROW EXECUTE FUNCTION quiet()`,
    ],
    ['trigger contact_away ON contact', 'ALTER TABLE contact DISABLE TRIGGER contact_away'],
    ['trigger account_away ON app_user', 'ALTER TABLE app_user ENABLE REPLICA TRIGGER account_away'],
    ['rule quiet ON score_override', 'CREATE RULE quiet AS ON DELETE TO score_override DO INSTEAD NOTHING'],
    ['policy quiet ON indicator', 'CREATE POLICY quiet ON indicator USING (false)'],
    [
      'view counted_entry',
      `CREATE OR REPLACE VIEW counted_entry AS
       SELECT indicator_id, month, value * 2 AS value, numerator, denominator, grade, coefficient, completed_on, not_applicable,
              false AS reopened FROM progress_entry`,
    ],
    [
      'function owes_month(text,text,integer,text,text,text)',
      `CREATE OR REPLACE FUNCTION owes_month(target_date text, aggregation text, due_month integer, first_month text, end_month text,
         month text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'`,
    ],
    [
      'function owes_month(text,text,integer,text,text,date)',
      `CREATE FUNCTION owes_month(text, text, integer, text, text, date) RETURNS boolean LANGUAGE sql AS 'SELECT false'`,
    ],
    ['defaults ON indicator', 'ALTER TABLE indicator ALTER COLUMN weight SET DEFAULT 1'],
    ['defaults ON department', 'ALTER TABLE department ALTER COLUMN disabled SET DEFAULT true'],
    ['defaults ON report', "ALTER TABLE report ALTER COLUMN hash SET DEFAULT 'x'"],
    [
      'event trigger strange',
      `CREATE FUNCTION strange() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
       CREATE EVENT TRIGGER strange ON ddl_command_end EXECUTE FUNCTION strange()`,
    ],
    ['constraints ON contact', 'ALTER TABLE contact DROP CONSTRAINT contact_away_check'],
    [
      'constraints ON contact',
      `ALTER TABLE contact DROP CONSTRAINT contact_away_check;
       ALTER TABLE contact ADD CONSTRAINT contact_away_check CHECK (true)`,
    ],
    ['constraints ON indicator', 'ALTER TABLE indicator ALTER COLUMN name DROP NOT NULL'],
    ['constraints ON notification', 'ALTER TABLE notification DROP CONSTRAINT notification_once_key'],
    ['constraints ON contact', 'DROP INDEX contact_section_email_key'],
    ['constraints ON sign_in_step', 'ALTER TABLE sign_in_step DROP CONSTRAINT sign_in_step_user_id_fkey'],
    ['superuser strange', 'CREATE ROLE strange SUPERUSER; SET LOCAL ROLE strange'],
  ])('%s is named', async (name, sql) => {
    expect(await strangersAfter(sql)).toEqual([name]);
  });
});
