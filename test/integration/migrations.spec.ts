import { Logger } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { eventually } from '../support/eventually.js';
import { schemaDifferences } from '../support/schema-differences.js';
import { createTestDatabase } from '../support/test-database.js';

describe('migrations', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await createDataSource((await createTestDatabase()).url).initialize();
  });
  afterAll(() => dataSource.destroy());

  it('leave nothing to change between the migrated database and the entities, asked without a warning of pg', async () => {
    const warned: string[] = [];
    const hear = ({ message }: Error) => warned.push(message);
    process.on('warning', hear);
    expect(await schemaDifferences(dataSource)).toEqual([]);
    process.off('warning', hear);
    expect(warned).toEqual([]);
  });

  it('are applied once, even when three processes start together', async () => {
    const processes = await Promise.all(
      [1, 2, 3].map(() => createDataSource((dataSource.options as { url: string }).url).initialize()),
    );
    await dataSource.undoLastMigration();
    const applied = await Promise.all(processes.map((process) => migrate(process)));
    expect(applied.flat()).toHaveLength(1);
    await Promise.all(processes.map((process) => process.destroy()));
  });

  it('wait for whoever holds a table, however long, and say who it is', async () => {
    const { url } = dataSource.options as { url: string };
    const holder = new pg.Client({ connectionString: url, application_name: 'somebody else' });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE local_policy IN ACCESS EXCLUSIVE MODE');
    const waiting = await createDataSource(url, { limited: false }).initialize();
    const told = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const migrated = migrate(waiting);
    const [first] = await eventually(
      () => told.mock.calls,
      ({ length }) => length > 0,
    );
    told.mockRestore();
    expect(first?.[0]).toMatchObject({ waitsFor: [{ application: 'somebody else' }] });
    await holder.query('ROLLBACK');
    expect(await migrated).toEqual([]);
    await Promise.all([holder.end(), waiting.destroy()]);
  });

  it('have no limit of time, as everything else has', async () => {
    const { url } = dataSource.options as { url: string };
    const unlimited = await createDataSource(url, { limited: false }).initialize();
    const limits = [dataSource, unlimited].map((source): Promise<unknown[]> => source.query('SHOW statement_timeout'));
    expect((await Promise.all(limits)).flat()).toEqual([{ statement_timeout: '1min' }, { statement_timeout: '0' }]);
    await unlimited.destroy();
  });
});
