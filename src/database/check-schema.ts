import type { DataSource } from 'typeorm';
import { PROGRAM_VERSION } from '../common/program-version.js';
import { databaseForeign, noInstallation, schemaNewer, tablesElsewhere } from './errors.js';

const SHOWN_TABLES = 3;

/** As rows, whatever their columns: other programs have a table of that name too. */
const APPLIED = `SELECT to_jsonb(m) ->> 'name' AS name FROM migrations AS m ORDER BY to_jsonb(m) ->> 'timestamp' DESC`;

const TABLES = `
SELECT relname AS name FROM pg_class AS c
 WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
   AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
   AND NOT ($1 AND relname = 'migrations')
 ORDER BY relname`;

/** A schema that stands first without them would get them, or the next of them. */
const ELSEWHERE = `
SELECT relnamespace::regnamespace::text AS name FROM pg_class
 WHERE relname = 'audit_event' AND relkind = 'r' AND relnamespace <> current_schema()::regnamespace
   AND to_regclass(quote_ident(current_schema()) || '.audit_event') IS NULL ORDER BY name`;

/**
 * Looks whether these tables are ours, and not newer than this program, before anything is written.
 * @returns how many migrations are missing
 * @throws DomainError `schema-newer`, `database-foreign`, `tables-elsewhere`
 */
export async function checkSchema(dataSource: DataSource): Promise<number> {
  const known = new Set(dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name));
  const [elsewhere]: { name: string }[] = await dataSource.query(ELSEWHERE);
  if (elsewhere) throw tablesElsewhere(elsewhere.name);
  const applied = await appliedMigrations(dataSource);
  const unknown = applied.filter((name) => !known.has(name));
  if (applied.length > unknown.length) {
    const [newest] = unknown;
    if (newest) throw schemaNewer(PROGRAM_VERSION, await writtenBy(dataSource), newest);
    return known.size - applied.length;
  }
  // An empty one is left by a first start that was killed.
  const tables: { name: string }[] = await dataSource.query(TABLES, [applied.length === 0]);
  if (tables.length === 0) return known.size;
  throw databaseForeign(
    dataSource.driver.database ?? '',
    tables.slice(0, SHOWN_TABLES).map(({ name }) => name),
  );
}

/** @throws DomainError `no-installation` where no start has made tables yet */
export async function refuseNoTables(dataSource: DataSource): Promise<void> {
  if ((await appliedMigrations(dataSource)).length === 0) throw noInstallation(dataSource.driver.database ?? '');
}

async function appliedMigrations(dataSource: DataSource): Promise<string[]> {
  const [found]: { exists: boolean }[] = await dataSource.query(
    `SELECT to_regclass('migrations') IS NOT NULL AS exists`,
  );
  if (!found?.exists) return [];
  const rows: { name: string | null }[] = await dataSource.query(APPLIED);
  return rows.map(({ name }) => name ?? '');
}

/** The version that last changed the tables, such as `0.2.0`; those before this check did not say. */
async function writtenBy(dataSource: DataSource): Promise<string | undefined> {
  const [row]: { said: string | null }[] = await dataSource.query(
    `SELECT obj_description('migrations'::regclass, 'pg_class') AS said`,
  );
  return row?.said ?? undefined;
}

/** Notes beside the tables which version made them what they are. */
export async function signSchema(dataSource: DataSource): Promise<void> {
  await dataSource.query(`COMMENT ON TABLE migrations IS '${PROGRAM_VERSION}'`);
}
