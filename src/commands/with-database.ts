import type { DataSource } from 'typeorm';
import { createDataSource } from '../app/database/data-source.js';
import { prepareDatabase } from '../app/database/prepare-database.js';
import type { Configuration } from '../config/configuration.js';
import { refuseNoTables } from '../database/check-schema.js';
import { joinDatabase } from '../database/open-database.js';

interface Way {
  /** As the owner of the tables, and not as the role of the service. */
  readonly asOwner?: boolean;
  /** Tables of an earlier version stay as they are. */
  readonly asTheyAre?: boolean;
}

/**
 * Runs a command on the tables of the installation, without its services, and closes what it opened.
 * @throws DomainError `no-installation`
 */
export async function withDatabase<T>(
  configuration: Configuration,
  work: (dataSource: DataSource) => Promise<T>,
  { asOwner = false, asTheyAre = false }: Way = {},
): Promise<T> {
  const database = await (asTheyAre ? joinDatabase(configuration, 'found') : prepareDatabase(configuration, 'found'));
  try {
    const dataSource = await createDataSource(asOwner ? database.ownerUrl : database.url).initialize();
    try {
      if (asTheyAre) await refuseNoTables(dataSource);
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.close();
  }
}
