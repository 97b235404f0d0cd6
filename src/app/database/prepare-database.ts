import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Configuration } from '../../config/configuration.js';
import { createDataSource } from './data-source.js';
import { refuseNoTables } from '../../database/check-schema.js';
import { databasesDiffer } from '../../database/errors.js';
import { migrate } from '../../database/migrate.js';
import { joinDatabase, type OpenDatabase, openDatabase } from '../../database/open-database.js';

/**
 * Opens the database and brings its tables up to date, as their owner. `join` may use the embedded server of a running service;
 * so does `found`, which makes nothing where there is no installation.
 * @throws DomainError in words where the data folder or the database cannot be used
 */
export async function prepareDatabase(
  configuration: Configuration,
  how: 'own' | 'join' | 'found' = 'own',
): Promise<OpenDatabase> {
  const database = await (how === 'own' ? openDatabase(configuration) : joinDatabase(configuration, how));
  try {
    const dataSource = await createDataSource(database.ownerUrl, { limited: false }).initialize();
    try {
      if (how === 'found') await refuseNoTables(dataSource);
      await migrate(dataSource, await serviceRole(database, dataSource));
    } finally {
      await dataSource.destroy();
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

// The moment in one writing, whatever time zone and style of dates a role has set for itself.
const WHERE = `
  SELECT current_database() || ', ' || to_char(pg_postmaster_start_time() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') AS place,
         current_user AS role`;

/** @returns undefined where the service runs as the owner itself @throws DomainError `databases-differ` */
async function serviceRole({ url, ownerUrl }: OpenDatabase, owner: DataSource): Promise<string | undefined> {
  if (url === ownerUrl) return undefined;
  const client = new pg.Client(url);
  await client.connect();
  try {
    const {
      rows: [service],
    } = await client.query<{ place: string; role: string }>(WHERE);
    const [owned]: [{ place: string }] = await owner.query(WHERE);
    if (service?.place !== owned.place) throw databasesDiffer(service?.place ?? '', owned.place);
    return service.role;
  } finally {
    await client.end();
  }
}
