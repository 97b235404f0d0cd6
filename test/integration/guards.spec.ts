import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { foundGuards, strangeGuards } from '../../src/database/rights/guards.js';
import { GUARDS } from '../../src/database/rights/known-guards.js';
import { createTestDatabase } from '../support/test-database.js';

describe('what guards the histories in the database', () => {
  let owner: DataSource;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await createTestDatabase();
    ({ drop } = database);
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
  ])('%s is named', async (name, sql) => {
    expect(await strangersAfter(sql)).toEqual([name]);
  });
});
