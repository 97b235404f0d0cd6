// An installation that is backed up, wiped and restored; backups beside people who write; and what cannot be restored.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { waitUntil } from '../support/wait-until.mjs';
import { jixiao } from '../support/jixiao.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { commitment, SOMEBODY, withServer } from './with-server.mjs';

const { Blob, FormData, fetch } = globalThis;
const WRITERS = 4;
const MONTHS = Array.from({ length: 9 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const SMALL_DISK_MB = 8;

async function attach(server, indicatorId, month, content) {
  const form = new FormData();
  form.append('file', new Blob([content]), 'evidence.txt');
  const route = `/api/v1/indicators/${indicatorId}/progress/${month}/evidence`;
  const answer = await fetch(server.address + route, { method: 'POST', headers: server.credentials, body: form });
  if (answer.status !== 201) throw new Error(`evidence: ${answer.status} ${await answer.text()}`);
  return createHash('sha256').update(content).digest('hex');
}

/** What the office sees: everything that its pages are made of. */
async function seen(server) {
  const answers = [];
  for (const route of ['/target-sheets', '/departments', '/contacts', '/imports', '/reports', '/reminders/rules']) {
    answers.push((await server.request('GET', route)).body);
  }
  for (const { id } of answers[0].items) {
    answers.push((await server.request('GET', `/target-sheets/${id}`)).body);
    answers.push((await server.request('GET', `/target-sheets/${id}/score`)).body);
  }
  return JSON.stringify(answers);
}

/** The disk is lost on Friday; on Monday a new machine has everything, and everybody's password still holds. */
export function backUpWipeRestore() {
  return withServer('jixiao-backup-', async (server, folder) => {
    const shelf = mkdtempSync(path.join(os.tmpdir(), 'jixiao-shelf-'));
    const other = mkdtempSync(path.join(os.tmpdir(), 'jixiao-new-disk-'));
    let again;
    try {
      const indicator = await commitment(server, '备份');
      await attach(server, indicator, '2026-09', randomBytes(2 ** 20).toString('hex'));
      const before = await seen(server);
      const beganBackup = Date.now();
      const backup = await jixiao({ DATA_DIR: folder }, 'backup', shelf);
      const beganRestore = Date.now();
      const file = backup.printed;
      await server.kill();
      const restored = await jixiao({ DATA_DIR: other }, 'restore', file);
      const restoredIn = Date.now() - beganRestore;
      const verified = await jixiao({ DATA_DIR: other }, 'verify');
      again = await new ServerProcess(other, await freePort()).ready();
      await again.signInAgain(SOMEBODY);
      const isSame = (await seen(again)) === before;
      console.log(
        `backup ${backup.code} in ${beganRestore - beganBackup} ms, ${Math.round(statSync(file).size / 1024)} KB; ` +
          `restore ${restored.code} in ${restoredIn} ms, verify ${verified.code}; the office sees ${isSame ? 'the same' : 'SOMETHING ELSE'}`,
      );
      if (restored.code !== 0) console.log(restored.said);
      await again.stop();
      return backup.code + restored.code + verified.code === 0 && isSame;
    } finally {
      if (again?.lives) await again.kill();
      for (const place of [shelf, other]) rmSync(place, { recursive: true, force: true });
    }
  });
}

/** Writes one month after the other without pause; `written` has what was acknowledged. */
async function writeWithoutPause(server, indicatorId, written, isOver) {
  const versions = new Map();
  for (let turn = 0; !isOver(); turn += 1) {
    const month = MONTHS[turn % MONTHS.length];
    const value = String(turn);
    const version = versions.get(month);
    const match = version === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` };
    const route = `/indicators/${indicatorId}/progress/${month}`;
    const { status, body } = await server.request('PUT', route, { value }, match);
    if (status !== 200) throw new Error(`PUT ${route}: ${status} ${JSON.stringify(body)}`);
    versions.set(month, body.version);
    const entry = { indicatorId, month, version: body.version, value };
    written.set(`${indicatorId} ${month}`, entry);
    if (turn % 5 === 0) entry.sha256 = await attach(server, indicatorId, month, `${indicatorId} ${turn}`);
  }
}

/** @returns what was acknowledged before the backup began and is not in it, in words */
async function lostIn(url, folder, acknowledged) {
  const database = new pg.Client(url);
  await database.connect();
  const lost = [];
  for (const { indicatorId, month, version, value, sha256 } of acknowledged) {
    const entry = await database.query(
      'SELECT version, value::text FROM progress_entry WHERE indicator_id = $1 AND month = $2',
      [indicatorId, month],
    );
    const [stored] = entry.rows;
    const isThere =
      stored?.version > version || (stored?.version === version && Number(stored.value) === Number(value));
    if (!isThere) lost.push(`${month}: ${version} (${value}), restored ${JSON.stringify(stored)}`);
    if (sha256 && !existsSync(path.join(folder, 'files', sha256.slice(0, 2), sha256))) lost.push(`file ${sha256}`);
  }
  await database.end();
  return lost;
}

/** Each backup, restored, has every write that was acknowledged before it began, and every file with its hash. */
export function backUpUnderLoad(backups) {
  return withServer('jixiao-load-', async (server, folder) => {
    const indicators = [];
    for (let number = 0; number < WRITERS; number += 1) indicators.push(await commitment(server, `备份 ${number}`));
    const written = new Map();
    let isOver = false;
    const writers = indicators.map((id) => writeWithoutPause(server, id, written, () => isOver));
    const shelf = mkdtempSync(path.join(os.tmpdir(), 'jixiao-shelf-'));
    const [lost, bad, times] = [[], [], []];
    let checked = 0;
    try {
      await waitUntil('the first writes', () => written.size >= WRITERS * 3, 60_000);
      for (let turn = 1; turn <= backups; turn += 1) {
        const acknowledged = [...written.values()].map((entry) => ({ ...entry }));
        const file = path.join(shelf, `${turn}.tar`);
        const began = Date.now();
        const backup = await jixiao({ DATA_DIR: folder }, 'backup', file);
        times.push(Date.now() - began);
        const target = path.join(shelf, `restored-${turn}`);
        const restored = await jixiao({ DATA_DIR: target }, 'restore', file);
        if (backup.code + restored.code !== 0) bad.push(backup.said + restored.said);
        const database = await startEmbeddedPostgres({ dataFolder: target });
        lost.push(...(await lostIn(database.ownerUrl, target, acknowledged)));
        await database.stop();
        checked += acknowledged.length;
        rmSync(target, { recursive: true, force: true });
      }
    } finally {
      isOver = true;
      await Promise.all(writers);
      rmSync(shelf, { recursive: true, force: true });
    }
    for (const line of [...lost, ...bad]) console.log(line);
    console.log(
      `backups under load: ${backups}, slowest ${Math.max(...times)} ms; acknowledged before they began: ${checked}, ` +
        `lost: ${lost.length}; restores with a hash that does not fit: ${bad.length}`,
    );
    return lost.length + bad.length === 0 && checked > 0;
  });
}

/** Whatever cannot be backed up or restored is told in both languages, with exit code 1, and changes nothing. */
export function refusedRestores() {
  return withServer('jixiao-refused-', async (server, folder) => {
    const shelf = mkdtempSync(path.join(os.tmpdir(), 'jixiao-shelf-'));
    const small = path.join(shelf, 'small');
    const empty = path.join(shelf, 'empty');
    const hasSmallDisk = process.getuid() === 0;
    mkdirSync(small);
    if (hasSmallDisk) execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK_MB}m`, 'tmpfs', small]);
    try {
      const indicator = await commitment(server, '退回');
      for (const month of MONTHS) await attach(server, indicator, month, randomBytes(2 ** 19).toString('hex'));
      const file = path.join(shelf, 'whole.tar');
      await jixiao({ DATA_DIR: folder }, 'backup', file);
      const kept = path.join(shelf, 'kept');
      mkdirSync(kept);
      writeFileSync(path.join(kept, 'letter.txt'), 'dear mayor');
      const refusals = {
        'over another file': [folder, 'backup', file],
        'restore while the service runs': [folder, 'restore', file],
        'into a folder that is not empty': [kept, 'restore', file],
        'of a file that is not there': [empty, 'restore', path.join(shelf, 'nothing.tar')],
        ...(hasSmallDisk && {
          'backup onto a full disk': [folder, 'backup', path.join(small, 'backup.tar')],
          'restore onto a full disk': [path.join(small, 'data'), 'restore', file],
        }),
      };
      const wrong = [];
      for (const [name, [dataFolder, ...words]] of Object.entries(refusals)) {
        const { code, said } = await jixiao({ DATA_DIR: dataFolder }, ...words);
        const [zh, en] = [/[一-龥]/.test(said), /[a-z]{4}/.test(said)];
        if (code !== 1 || !zh || !en || said.includes('    at ')) wrong.push(`${name}: ${code} ${said}`);
      }
      const inside = (place) => (existsSync(place) ? readdirSync(place, { recursive: true }) : []);
      const left = [...inside(small), ...inside(empty)].filter((name) => name !== 'data'); // which is empty
      const isLetterKept = readdirSync(kept).join() === 'letter.txt';
      const answers = (await server.request('GET', '/target-sheets'))?.status;
      for (const line of wrong) console.log(line);
      console.log(
        `refused restores and backups: ${Object.keys(refusals).length - wrong.length} of ${Object.keys(refusals).length} told in ` +
          `words; pieces left: ${left.length}; the service answers ${answers}`,
      );
      return wrong.length === 0 && left.length === 0 && isLetterKept && answers === 200;
    } finally {
      if (hasSmallDisk) execFileSync('umount', [small]);
      rmSync(shelf, { recursive: true, force: true });
    }
  });
}
