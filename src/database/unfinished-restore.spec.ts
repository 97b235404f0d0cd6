import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Configuration } from '../config/configuration.js';
import { openDatabase } from './open-database.js';
import { STAGING_FOLDER } from './unfinished-restore.js';

describe('a data folder in which a restore was killed', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-unfinished-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([undefined, 'postgres://127.0.0.1:1/jixiao'])('starts no service, with DATABASE_URL %s', async (url) => {
    mkdirSync(path.join(folder, STAGING_FOLDER), { recursive: true });
    const settings = Object.assign(new Configuration(), { DATA_DIR: folder, DATABASE_URL: url });
    await expect(openDatabase(settings)).rejects.toMatchObject({ code: 'restore-unfinished' });
  });
});
