// Ten faults, planted together (a wrong address of the database alone, since nothing else can be seen behind it): `jixiao
// doctor` names each and says what to do, and found none of them before.
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FaultDatabase } from '../support/fault-database.mjs';
import { jixiao } from '../support/jixiao.mjs';

const preload = (file) => `--import ${new URL(`../support/${file}`, import.meta.url).href}`;
const hasSmallDisk = process.getuid() === 0;
/** No calendar is known so far ahead. */
const YEARS_AHEAD = '2041-03-02T00:00:00Z';

const PLANTED = {
  'wrong DSN': 'database-unusable',
  'clock skew': 'clock-skewed',
  'missing calendar': 'calendar-missing',
  ...(hasSmallDisk && { 'full disk': 'disk-full' }),
  'bad SMTP': 'mail-server-unusable',
  'pending migration': 'migrations-pending',
  'lost evidence file': 'files-lost',
  'stuck job': 'job-stuck',
  'weak setting': 'access-unencrypted',
  'missing font': 'font-missing',
};

async function plant(database) {
  await database.rows('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');
  await database.rows(
    `INSERT INTO job_run (job, slot, state, started_at, alive_until)
     VALUES ('reminder-digest', '2026-11-06T09:00', 'running', now() - interval '1 hour', now() - interval '1 hour')`,
  );
  const sha256 = createHash('sha256').update('lost').digest('hex');
  await database.rows(`INSERT INTO stored_file VALUES ($1, 'text/plain', 4, now())`, [sha256]);
  await database.rows(
    `INSERT INTO document_import (id, file_name, sha256, file_sha256, draft, summary, created_at)
     VALUES ($1, 'budget.txt', $2, $2, '{}', '{}', now())`,
    [randomUUID(), sha256],
  );
}

async function troublesOf(settings) {
  const { code, printed, said } = await jixiao(settings, 'doctor', '--json');
  if (!printed.startsWith('{')) throw new Error(`doctor: ${code} ${said}`);
  return JSON.parse(printed).troubles;
}

export async function doctor() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-doctor-'));
  const [data, backups] = [path.join(folder, 'data'), path.join(folder, 'backups')];
  const database = await FaultDatabase.start();
  let isMounted = false;
  for (const place of [data, backups]) mkdirSync(place);
  try {
    await database.migrate();
    const now = new Date().toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
    writeFileSync(path.join(backups, `jixiao-${now}.tar`), 'jixiao-backup.json'.padEnd(512, '\0'));
    const roles = { DATABASE_URL: database.server.url, DATABASE_OWNER_URL: database.url };
    const well = { DATA_DIR: data, BACKUP_DIR: backups, ...roles };
    // One disk is all that the test has, and in December the days of next year lack here as anywhere.
    const expected = ['backup-same-disk', ...(new Date().getUTCMonth() === 11 ? ['calendar-missing'] : [])];
    const before = (await troublesOf(well)).filter(({ code }) => !expected.includes(code));
    await plant(database);
    if (hasSmallDisk) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', data]);
    isMounted = hasSmallDisk;
    const faulty = {
      ...well,
      SMTP_URL: 'smtp://127.0.0.1:1',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'http://jixiao.example.org',
      CLOCK_AT: YEARS_AHEAD,
      NODE_OPTIONS: `${preload('clock-at.mjs')} ${preload('without-font.mjs')}`,
    };
    const found = [
      ...(await troublesOf({ ...well, DATABASE_URL: 'postgres://jixiao:long-and-random@127.0.0.1:1/jixiao' })),
      ...(await troublesOf(faulty)),
    ];
    const isTold = ({ message, remedy }) => [message, remedy].every(({ zh, en }) => zh !== '' && en !== '');
    const missed = Object.entries(PLANTED).filter(([, code]) => !found.some((one) => one.code === code && isTold(one)));
    for (const { code, message, remedy } of found) console.log(`${code}: ${message.en} → ${remedy.en}`);
    console.log(
      `jixiao doctor: ${before.length} troubles before; ${Object.keys(PLANTED).length - missed.length} of ` +
        `${Object.keys(PLANTED).length} planted faults told${missed.map(([name]) => `, not: ${name}`).join('')}`,
    );
    return before.length === 0 && missed.length === 0;
  } finally {
    if (isMounted) execFileSync('umount', [data]);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
