import type { Configuration } from '../../config/configuration.js';
import { createDataSource } from './data-source.js';
import { migrate } from '../../database/migrate.js';
import { joinDatabase, type OpenDatabase, openDatabase } from '../../database/open-database.js';

/**
 * Opens the database and brings its tables up to date. `join` may use the embedded server of a running service.
 * @throws DomainError in words where the data folder or the database cannot be used
 */
export async function prepareDatabase(
  configuration: Configuration,
  how: 'own' | 'join' = 'own',
): Promise<OpenDatabase> {
  const database = await (how === 'own' ? openDatabase(configuration) : joinDatabase(configuration));
  try {
    const dataSource = await createDataSource(database.url, { limited: false }).initialize();
    try {
      await migrate(dataSource);
    } finally {
      await dataSource.destroy();
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
