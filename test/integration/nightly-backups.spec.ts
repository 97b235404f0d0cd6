import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BackupService } from '../../src/backup/backup.service.js';
import { NightlyBackups } from '../../src/backup/nightly-backups.js';
import { Configuration } from '../../src/config/configuration.js';
import { TestApp } from '../support/test-app.js';

const KEEP = 2;
const day = (date: number) => new Date(Date.UTC(2026, 10, date, 17, 30));

describe('the folder of nightly backups', () => {
  let app: TestApp;
  let folder: string;
  let nightly: NightlyBackups;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-nightly-'));
    const configuration = Object.assign(new Configuration(), app.get(Configuration), {
      BACKUP_DIR: folder,
      BACKUP_KEEP: KEEP,
    });
    nightly = new NightlyBackups(app.get(BackupService), configuration);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => app.close());

  const backups = () => readdirSync(folder).filter((name) => name.endsWith('.tar'));

  it('holds as many as are wanted, the newest', async () => {
    for (const date of [1, 2, 3, 4]) await nightly.write(folder, day(date));
    expect(backups()).toEqual(['jixiao-20261103T173000Z.tar', 'jixiao-20261104T173000Z.tar']);
  });

  it('loses nothing that only has the name of a backup, and counts on none of it', async () => {
    const others = ['jixiao-20260101T000000Z.tar', 'jixiao-20270101T000000Z.tar'];
    for (const name of others) writeFileSync(path.join(folder, name), 'notes of somebody');
    mkdirSync(path.join(folder, 'jixiao-20260107T000000Z.tar'));
    for (const date of [1, 2, 3]) await nightly.write(folder, day(date));
    expect((await nightly.kept()).map(({ name }) => name)).toEqual([
      'jixiao-20261102T173000Z.tar',
      'jixiao-20261103T173000Z.tar',
    ]);
    for (const name of [...others, 'jixiao-20260107T000000Z.tar']) expect(backups()).toContain(name);
  });

  it('is rid of what a killed backup left, and of nothing else', async () => {
    const draft = (name: string, minutesAgo: number) => {
      const place = path.join(folder, name);
      writeFileSync(place, 'half');
      const at = Date.now() / 1000 - minutesAgo * 60;
      utimesSync(place, at, at);
    };
    draft(`.jixiao-20261101T173000Z.tar.age.${randomUUID()}.part`, 11);
    const others = [`.letter.txt.${randomUUID()}.part`, '.jixiao-20261101T173000Z.tar.part', 'jixiao-notes.part'];
    for (const name of others) draft(name, 600);
    const underWay = `.jixiao-20261102T173000Z.tar.${randomUUID()}.part`; // of another installation
    draft(underWay, 1);
    expect(await nightly.write(folder, day(3))).toMatchObject({ unfinished: 1 });
    expect(readdirSync(folder).sort()).toEqual([...others, underWay, 'jixiao-20261103T173000Z.tar'].sort());
  });

  it('lies inside the data folder, on its disk, or on another one, also before it is there', async () => {
    const place = (BACKUP_DIR: string) =>
      new NightlyBackups(
        app.get(BackupService),
        Object.assign(new Configuration(), { DATA_DIR: app.dataFolder, BACKUP_DIR }),
      ).place();
    expect(await place(folder)).toBe('same-disk');
    expect(await place(path.join(folder, 'not', 'yet'))).toBe('same-disk');
    expect(await place(`${app.dataFolder}-beside`)).toBe('same-disk');
    expect(await place(app.dataFolder)).toBe('inside-data');
    expect(await place(path.join(app.dataFolder, 'files', 'backups'))).toBe('inside-data');
    symlinkSync(app.dataFolder, path.join(folder, 'link'));
    expect(await place(path.join(folder, 'link', 'backups'))).toBe('inside-data');
    expect(await place('/proc')).toBe('other-disk');
  });

  it('that cannot be written, or is not there, is told at once, and the next backup is not kept waiting', async () => {
    const service = app.get(BackupService);
    const missing = path.join(folder, 'nowhere', 'a.tar');
    await expect(service.write(missing, {})).rejects.toMatchObject({ code: 'file-unwritable' });
    if (process.getuid?.() !== 0) {
      chmodSync(folder, 0o500);
      await expect(service.write(path.join(folder, 'b.tar'), {})).rejects.toMatchObject({ code: 'file-unwritable' });
      chmodSync(folder, 0o700);
    }
    await expect(service.write(path.join('/proc', 'c.tar'), {})).rejects.toMatchObject({ code: 'file-unwritable' });
    const right = path.join(folder, 'd.tar');
    await service.write(right, {});
    expect(existsSync(right)).toBe(true);
  });
});
