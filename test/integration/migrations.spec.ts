import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { createTestDatabase } from '../support/test-database.js';

describe('migrations', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await createDataSource((await createTestDatabase()).url).initialize();
  });
  afterAll(() => dataSource.destroy());

  it('leave nothing to change between the migrated database and the entities', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('are applied once, even when three processes start together', async () => {
    const processes = await Promise.all(
      [1, 2, 3].map(() => createDataSource((dataSource.options as { url: string }).url).initialize()),
    );
    await dataSource.undoLastMigration();
    const applied = await Promise.all(processes.map(migrate));
    expect(applied.flat()).toHaveLength(1);
    await Promise.all(processes.map((process) => process.destroy()));
  });
});
