import type { DataSource } from 'typeorm';

// Any number will do as long as every Jixiao process uses the same one.
const MIGRATION_LOCK = 5_204_031;

/**
 * Applies what is missing. TypeORM takes no lock of its own: two processes that start at once would both create the
 * same table. The advisory lock lives on one connection and is released even when that process is killed.
 * @returns names of the migrations that were applied.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations({ transaction: 'all' });
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    return applied.map(({ name }) => name);
  } finally {
    await lock.release();
  }
}
