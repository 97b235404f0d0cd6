import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { withApplication } from '../../src/commands/with-application.js';
import { withDatabase } from '../../src/commands/with-database.js';
import { Configuration } from '../../src/config/configuration.js';
import { createBareDatabase } from '../support/test-database.js';

const WAYS: Readonly<Record<string, (configuration: Configuration) => Promise<unknown>>> = {
  'on the services': (configuration) => withApplication(configuration, () => Promise.resolve()),
  'on the tables': (configuration) => withDatabase(configuration, () => Promise.resolve()),
  'on the tables as they are': (configuration) =>
    withDatabase(configuration, () => Promise.resolve(), { asTheyAre: true }),
};

describe.each(Object.entries(WAYS))('a command %s', (_, command) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-none-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('makes no folder and no database where there is none, and says where it looked', async () => {
    const place = path.join(folder, 'data');
    const refused = command(Object.assign(new Configuration(), { DATA_DIR: place }));
    await expect(refused).rejects.toMatchObject({
      code: 'no-installation',
      messages: { zh: expect.stringContaining(place) as string, en: expect.stringContaining(place) as string },
    });
    expect(existsSync(place)).toBe(false);
  });

  it('makes no table in an empty database', async () => {
    const { url, drop } = await createBareDatabase();
    const refused = command(Object.assign(new Configuration(), { DATA_DIR: folder, DATABASE_URL: url }));
    await expect(refused).rejects.toMatchObject({ code: 'no-installation' });
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace");
    await client.end();
    expect(rows).toEqual([]);
    await drop();
  });
});
