import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { checkSchema, signSchema } from './check-schema.js';
import { migrationsNeedOwner, rightsLacking } from './errors.js';
import { grantRights } from './rights/grant-rights.js';
import { serviceRights, tablesOfService } from './rights/service-rights.js';

// Any number will do as long as every Jixiao process uses the same one.
export const MIGRATION_LOCK = 5_204_031;
const TOLD_EVERY_MS = 5_000;

/** Who holds what our sessions wait for. */
const BLOCKERS = `
SELECT blocker.pid, blocker.usename AS user, blocker.application_name AS application, blocker.xact_start AS since
  FROM pg_stat_activity AS waiting
  CROSS JOIN LATERAL unnest(pg_blocking_pids(waiting.pid)) AS blocking (pid)
  JOIN pg_stat_activity AS blocker ON blocker.pid = blocking.pid
 WHERE waiting.datname = current_database() AND waiting.application_name = current_setting('application_name')`;

/**
 * Applies what is missing. TypeORM takes no lock of its own: two processes that start at once would both create the
 * same table. The advisory lock lives on one connection and is released even when that process is killed. Whoever holds a
 * table is waited for, and named in the log.
 * @param service the role that the service runs as, where that is not the one of the data source: it is given what it needs
 * @returns names of the migrations that were applied.
 * @throws DomainError when the tables are newer than this program, or another program's; `migrations-need-owner`,
 *   `database-rights-lacking`
 */
export async function migrate(dataSource: DataSource, service?: string): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  const telling = setInterval(() => void tellWhoIsWaitedFor(dataSource), TOLD_EVERY_MS);
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = await checkSchema(dataSource);
    if (pending > 0) await checkOwner(dataSource, pending);
    const applied = await dataSource.runMigrations({ transaction: 'all' });
    if (applied.length > 0) await signSchema(dataSource);
    const rights = service ? await grantRights(dataSource, service) : await serviceRights(dataSource.manager);
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    if (rights.lacking.length > 0) throw rightsLacking(rights.role, rights.lacking);
    await waitForTables(dataSource);
    return applied.map(({ name }) => name);
  } finally {
    clearInterval(telling);
    await lock.release();
  }
}

/** Whoever made the tables may change them; in an empty database, whoever may make some. */
async function checkOwner(dataSource: DataSource, pending: number): Promise<void> {
  const [asking]: [{ role: string; may: boolean }] = await dataSource.query(
    `SELECT current_user AS role, has_schema_privilege(current_schema(), 'CREATE')
       AND NOT EXISTS (SELECT FROM pg_class WHERE relname = ANY ($1) AND relnamespace = current_schema()::regnamespace
                          AND relkind IN ('r', 'p') AND NOT pg_has_role(relowner, 'USAGE')) AS may`,
    [tablesOfService(dataSource)],
  );
  if (!asking.may) throw migrationsNeedOwner(asking.role, pending);
}

/** Until nobody holds a table alone: what the start asks next may take no longer than any other statement. */
async function waitForTables(dataSource: DataSource): Promise<void> {
  const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName);
  await dataSource.transaction((manager) => manager.query(`LOCK TABLE ${tables.join(', ')} IN ACCESS SHARE MODE`));
}

async function tellWhoIsWaitedFor(dataSource: DataSource): Promise<void> {
  const logger = new Logger('Migrations');
  try {
    const waitsFor: unknown[] = await dataSource.query(BLOCKERS);
    if (waitsFor.length > 0) logger.warn({ message: 'the start waits for somebody who holds the tables', waitsFor });
  } catch (error) {
    logger.warn({ message: 'what the start waits for is not known', error: String(error) });
  }
}
