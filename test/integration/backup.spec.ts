import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/app/database/data-source.js';
import { BackupFile } from '../../src/backup/backup-file.js';
import { BackupService } from '../../src/backup/backup.service.js';
import { IntegrityService } from '../../src/backup/integrity.service.js';
import { newKey } from '../../src/backup/new-key.js';
import { restore } from '../../src/backup/restore.js';
import type { Opener, Seal } from '../../src/backup/sealing.js';
import { Configuration } from '../../src/config/configuration.js';
import { FileStorage } from '../../src/files/file-storage.js';
import { LocalStorage } from '../../src/files/local-storage.js';
import { FILES_STAY_LOCK, StoredFilesService } from '../../src/files/stored-files.service.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { eventually } from '../support/eventually.js';
import { createEmptyDatabase } from '../support/test-database.js';
import { TestApp } from '../support/test-app.js';
import { formWith } from '../support/upload.js';

/** Of which a backup holds no rows, or which a restore changes on purpose. */
const OTHERWISE = ['user_session', 'job_run', 'migrations'];
const MEGABYTE = 1024 * 1024;
const TURNS = 12;

describe('a backup', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-backups-'));
  let app: TestApp;
  let evidenceRoute: string;
  let number = 0;
  const newPlace = (extension = 'tar') => path.join(folder, `${(number += 1)}.${extension}`);

  beforeAll(async () => {
    app = await TestApp.start();
    await app.loadSampleYear();
    const department = await DepartmentFactory.new().named('档案局').insert(app.manager);
    const indicator = IndicatorFactory.new().named('移交档案');
    const { indicatorIds } = await SheetFactory.of(department).indicators(indicator).insert(app.manager);
    evidenceRoute = `/indicators/${indicatorIds[0]}/progress/2026-09/evidence`;
    // Longer than a piece of the archive, and exactly as long.
    for (const bytes of [100, 4 * MEGABYTE, 9 * MEGABYTE]) await attach(`${bytes}.txt`, bytes);
    await app.request('POST', '/reports', { body: { departmentId: department.id, month: '2026-09' } });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function attach(name: string, bytes: number): Promise<string> {
    const { payload, headers } = formWith(randomBytes(bytes / 2).toString('hex'), name);
    const { status, body } = await app.request<{ sha256: string }>('POST', evidenceRoute, { payload, headers });
    expect(status).toBe(201);
    return body.sha256;
  }

  const write = async (seal: Seal = {}, file = newPlace()) => {
    await app.get(BackupService).write(file, seal);
    return file;
  };

  async function restored(file: string, opener: Opener = {}) {
    const { url, drop } = await createEmptyDatabase();
    const target = mkdtempSync(path.join(folder, 'restored-'));
    const storage = new LocalStorage(path.join(target, 'files'));
    const backup = new BackupFile(file, opener);
    await restore(backup, await backup.check(), { dataSource: createDataSource(url), storage, folder: target });
    const dataSource = await createDataSource(url).initialize();
    const close = async () => {
      await dataSource.destroy();
      await drop();
    };
    return { dataSource, target, close };
  }

  it('gives every row, every file and every key back, to a role that owns a database and nothing else', async () => {
    const { dataSource, target, close } = await restored(await write());
    expect(await contentsOf(dataSource)).toEqual(await contentsOf(app.manager.dataSource));
    expect(await constraintsOf(dataSource)).toEqual(await constraintsOf(app.manager.dataSource));
    expect(filesBelow(target)).toEqual(filesBelow(app.dataFolder));
    await close();
  });

  it.each(['a public key', 'a passphrase'])(
    'encrypted with %s opens with what fits, and with nothing else',
    async (how) => {
      const [identityFile, otherFile] = [newPlace('key'), newPlace('key')];
      const recipient = await newKey(identityFile);
      await newKey(otherFile);
      const isKey = how === 'a public key';
      const file = await write(isKey ? { recipient } : { passphrase: 'seven dry plums' });
      const check = (opener: Opener) => new BackupFile(file, opener).check();
      expect(readFileSync(file).includes('档案局')).toBe(false);
      await expect(check({})).rejects.toMatchObject({ code: 'backup-key-missing' });
      await expect(check(isKey ? { identityFile: otherFile } : { passphrase: 'six dry plums' })).rejects.toMatchObject({
        code: 'backup-key-wrong',
      });
      const right = isKey ? { identityFile } : { passphrase: 'seven dry plums' };
      expect((await check(right)).tables.length).toBeGreaterThan(40);
    },
  );

  it.each(['age1xyz', 'AGE-SECRET-KEY-1', '王新'])('for the key %s, which is none, is not begun', async (recipient) => {
    const file = newPlace();
    await expect(write({ recipient }, file)).rejects.toMatchObject({ code: 'backup-recipient-invalid' });
    expect(existsSync(file)).toBe(false);
  });

  it('cut short or altered anywhere is refused before anything is touched', async () => {
    const whole = readFileSync(await write());
    const broken = newPlace();
    for (let turn = 0; turn < TURNS; turn += 1) {
      let place = Math.floor((whole.length * (turn + 0.5)) / TURNS);
      while (whole[place] === 0) place += 1; // what fills a member up to a block says nothing
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ 0x10;
      for (const bytes of [whole.subarray(0, place), flipped]) {
        writeFileSync(broken, bytes);
        await expect(new BackupFile(broken, {}).check()).rejects.toMatchObject({
          code: expect.stringMatching(/^backup-(damaged|unreadable)$/) as string,
        });
      }
    }
  });

  it('of a newer version, and what is no backup, is refused in words', async () => {
    const text = readFileSync(await write()).toString('latin1');
    const [newer, later, other] = [newPlace(), newPlace(), newPlace()];
    // The same length, so that only what it says is changed: of a format or a migration that nobody here knows.
    const [manifest = ''] = /\{\n "product".*?\n\}/s.exec(text) ?? [];
    const changed = manifest.replace('CreateAccounts1764028800000', 'CreateAccounts9764028800000');
    writeFileSync(newer, Buffer.from(text.replace('"format":1', '"format":9'), 'latin1'));
    writeFileSync(
      later,
      Buffer.from(text.replace(manifest, changed).replace(hashOf(manifest), hashOf(changed)), 'latin1'),
    );
    writeFileSync(other, 'a letter to the mayor');
    const check = (file: string) => new BackupFile(file, {}).check();
    await expect(check(newer)).rejects.toMatchObject({ code: 'backup-newer' });
    await expect(check(later)).rejects.toMatchObject({ code: 'backup-newer' });
    await expect(check(other)).rejects.toMatchObject({ code: 'backup-unreadable' });
    await expect(check(folder)).rejects.toMatchObject({ code: 'backup-unreadable' });
    const whole = Buffer.from(text, 'latin1');
    writeFileSync(other, Buffer.concat([whole.subarray(0, 1024), whole])); // its first member twice
    await expect(check(other)).rejects.toMatchObject({ code: 'backup-damaged' });
    await expect(check(newPlace())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes into a database without tables only, and leaves the other as it was', async () => {
    const file = await write();
    const { url, drop } = await createEmptyDatabase();
    const dataSource = await createDataSource(url).initialize();
    await dataSource.query('CREATE TABLE of_somebody_else (id integer)');
    const target = mkdtempSync(path.join(folder, 'refused-'));
    const backup = new BackupFile(file, {});
    const storage = new LocalStorage(path.join(target, 'files'));
    const into = { dataSource: createDataSource(url), storage, folder: target };
    await expect(restore(backup, await backup.check(), into)).rejects.toMatchObject({ code: 'database-not-empty' });
    expect(await tableNames(dataSource)).toEqual(['of_somebody_else']);
    await dataSource.destroy();
    await drop();
  });

  it('leaves a table that somebody else put into the database in the file, and puts the rest back', async () => {
    await app.manager.query('CREATE TABLE somebody_elses (id serial, note text)');
    await app.manager.query("INSERT INTO somebody_elses (note) VALUES ('kept')");
    await app.manager.query('GRANT SELECT ON somebody_elses TO PUBLIC');
    const file = await write();
    const { tables } = await new BackupFile(file, {}).check();
    expect(tables).toContainEqual(expect.objectContaining({ name: 'somebody_elses', rows: 1 }));
    const { dataSource, close } = await restored(file);
    expect(await tableNames(dataSource)).not.toContain('somebody_elses');
    await app.manager.query('DROP TABLE somebody_elses');
    expect(await contentsOf(dataSource)).toEqual(await contentsOf(app.manager.dataSource));
    await close();
  });

  it('that fails half-way leaves the database without any table', async () => {
    const { url, drop } = await createEmptyDatabase();
    const backup = new BackupFile(await write(), {});
    const manifest = await backup.check();
    const full: FileStorage = Object.assign(new LocalStorage(folder), { put: () => Promise.reject(new Error('full')) });
    const into = { dataSource: createDataSource(url), storage: full, folder: mkdtempSync(path.join(folder, 'half-')) };
    await expect(restore(backup, manifest, into)).rejects.toThrow('full');
    const dataSource = await createDataSource(url).initialize();
    expect(await tableNames(dataSource)).toEqual([]);
    await dataSource.destroy();
    await drop();
  });

  it('two at once: one is written, the other is told; nothing half-written stays', async () => {
    const places = [newPlace(), newPlace()];
    const ends = await Promise.allSettled(places.map((place) => write({}, place)));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'backup-under-way' }) as Error }),
    );
    expect(places.filter(existsSync)).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is never written over another file', async () => {
    const file = await write();
    await expect(write({}, file)).rejects.toMatchObject({ code: 'file-exists' });
  });

  it('of a database of another product is refused', async () => {
    const { url, drop } = await createEmptyDatabase();
    const dataSource = await createDataSource(url).initialize();
    await dataSource.query('CREATE TABLE migrations (id serial, timestamp bigint, name text)');
    const service = new BackupService(dataSource, app.get(FileStorage), new Configuration());
    await expect(service.write(newPlace(), {})).rejects.toMatchObject({ code: 'database-foreign' });
    await dataSource.destroy();
    await drop();
  });

  it('holds what was detached and swept while it was written', async () => {
    const { payload, headers } = formWith('gone tomorrow', 'gone.txt');
    const { body } = await app.request<{ id: string }>('POST', evidenceRoute, { payload, headers });
    const backup = write();
    await eventually(
      () => app.manager.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${FILES_STAY_LOCK}`),
      ({ length }: unknown[]) => length > 0,
    );
    // The snapshot may or may not have it; either way the backup is whole.
    await app.request('DELETE', `${evidenceRoute}/${body.id}`);
    await app.get(StoredFilesService).sweep(new Date('2027-01-01T00:00:00Z'));
    const { files } = await new BackupFile(await backup, {}).check();
    expect(files.missing).toEqual([]);
  });

  it('jobs that were under way are due again, and none seems to run', async () => {
    await app.manager.query(
      `INSERT INTO job_run (job, slot, state, started_at, alive_until)
       VALUES ('reminder-digest', '2026-11-24T09:00', 'running', now(), now())`,
    );
    const { dataSource, close } = await restored(await write());
    const rows: { state: string }[] = await dataSource.query('SELECT state FROM job_run');
    expect(rows).toEqual([{ state: 'failed' }]);
    await close();
  });

  it('names every file that was lost or altered, and holds everything else', async () => {
    const [lost, altered] = [await attach('lost.txt', 50), await attach('altered.txt', 60)];
    const place = (sha256: string) => path.join(app.dataFolder, 'files', sha256.slice(0, 2), sha256);
    rmSync(place(lost));
    writeFileSync(place(altered), 'another content');
    const { damaged } = (await app.get(IntegrityService).check()).files;
    expect(damaged).toEqual(
      expect.arrayContaining([
        { sha256: lost, how: 'missing', usedAs: ['lost.txt (2026-09)'] },
        { sha256: altered, how: 'altered', usedAs: ['altered.txt (2026-09)'] },
      ]),
    );
    expect(damaged).toHaveLength(2);
    const { files } = await new BackupFile(await write(), {}).check();
    expect(files).toMatchObject({ missing: [lost], altered: [altered] });
  });

  it('is written every night into BACKUP_DIR, and the oldest stay while files are damaged', async () => {
    const nights = path.join(folder, 'nights');
    const other = await app.beside({ BACKUP_DIR: nights, BACKUP_KEEP: 2 });
    for (const day of [10, 11, 12]) await other.get(JobsService).run('backup', new Date(`2026-11-${day}T01:30:00Z`));
    await other.close();
    expect(readdirSync(nights)).toHaveLength(3); // the first may have what was damaged since; nightly-backups.spec: the oldest go
  });
});

const hashOf = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');

async function tableNames(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Every row of every table as PostgreSQL prints it, in an order of its own. */
async function contentsOf(dataSource: DataSource): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const name of await tableNames(dataSource)) {
    if (OTHERWISE.includes(name)) continue;
    const [row]: { rows: string }[] = await dataSource.query(
      `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS rows FROM ${name} t`,
    );
    contents[name] = row?.rows ?? '';
  }
  return contents;
}

async function constraintsOf(dataSource: DataSource): Promise<string[]> {
  const rows: { said: string }[] = await dataSource.query(
    `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS said FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace
     UNION SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     ORDER BY 1`,
  );
  return rows.map(({ said }) => said);
}

const filesBelow = (root: string): string[] =>
  readdirSync(path.join(root, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
