// A full disk while files are uploaded and while a report is issued: each is told so (507), nothing half-written stays, and
// everything works again once there is room. Also an upload without end: refused early, at no cost in memory or disk.
import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { findRunningEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { commitment, withServer } from './with-server.mjs';

const { Blob, FormData, fetch } = globalThis;
const MEGABYTE = 1024 * 1024;
const SMALL_DISK_MB = 8;
const UPLOADS = 40;
const ENDLESS_BYTES = 3 * 1024 * MEGABYTE;

const small = (folder) => path.join(folder, 'small');
const files = (folder) => path.join(folder, 'files');

function mountSmallDisks(folder) {
  for (const place of [small(folder), files(folder)]) {
    mkdirSync(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK_MB}m`, 'tmpfs', place]);
  }
}

function unmountSmallDisks(folder) {
  for (const place of [small(folder), files(folder)]) execFileSync('umount', [place]);
}

const allFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];

async function upload(server, route, content) {
  const form = new FormData();
  form.append('file', new Blob([content]), 'evidence.txt');
  const answer = await fetch(`${server.address}/api/v1${route}`, {
    method: 'POST',
    headers: server.credentials,
    body: form,
  });
  return { status: answer.status, body: await answer.json() };
}

/** Text, so that it is accepted; every piece is another one. */
const piece = () => randomBytes(MEGABYTE / 4).toString('hex');

async function uploading(server, folder, database) {
  const route = `/indicators/${await commitment(server, '磁盘已满')}/progress/2026-09/evidence`;
  const counts = { accepted: 0, full: 0, other: 0 };
  const before = allFiles(files(folder)).length; // documents of the sample year
  for (let number = 0; number < UPLOADS; number += 4) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(server, route, piece())));
    for (const { status, body } of answers) {
      if (status === 201) counts.accepted += 1;
      else if (status === 507 && body.code === 'storage-full') counts.full += 1;
      else counts.other += 1;
    }
  }
  const rows = async () => (await database.query('SELECT sha256, size FROM stored_file')).rows;
  const evidence = (await server.request('GET', route)).body.items.length;
  const kept = allFiles(files(folder));
  const known = new Map((await rows()).map(({ sha256, size }) => [sha256, size]));
  const truncated = kept.filter(
    ({ parentPath, name }) => statSync(path.join(parentPath, name)).size !== known.get(name),
  );
  const orphans = [...known.keys()].filter((sha256) => !kept.some(({ name }) => name === sha256)).length;
  execFileSync('mount', ['-o', `remount,size=${4 * SMALL_DISK_MB}m`, files(folder)]);
  const again = await upload(server, route, piece());
  console.log(
    `disk full while uploading: ${counts.accepted} accepted, ${counts.full} told 507, ${counts.other} otherwise; ` +
      `rows without file: ${orphans}, truncated or unknown files: ${truncated.length}; with room again: ${again.status}`,
  );
  const stored = [known.size - before, kept.length - before];
  const whole = [evidence, ...stored].every((count) => count === counts.accepted);
  return whole && counts.full > 0 && counts.other === 0 && truncated.length + orphans === 0 && again.status === 201;
}

async function reporting(server, folder, database) {
  const [department] = (await server.request('GET', '/departments')).body.items;
  await database.query(`CREATE TABLESPACE small LOCATION '${small(folder)}'`);
  await database.query('ALTER TABLE report SET TABLESPACE small');
  await database.query('CREATE TABLE filler (text text) TABLESPACE small');
  const fill = () => database.query(`INSERT INTO filler SELECT repeat('x', 7000) FROM generate_series(1, 100)`);
  const fillUp = async () => {
    for (;;) await fill();
  };
  await fillUp().catch(({ code }) => {
    if (code !== '53100') throw new Error(`filling the disk: ${code}`);
  });
  const issue = () => server.request('POST', '/reports', { departmentId: department.id, month: '2026-09' });
  const count = async () => Number((await database.query('SELECT count(*) FROM report')).rows[0].count);
  const before = await count();
  const full = await issue();
  const during = await count();
  await database.query('DROP TABLE filler');
  const again = await issue();
  const after = await count();
  console.log(
    `disk full while reporting: ${full.status} ${full.body.code}, rows added: ${during - before}; ` +
      `with room again: ${again.status}, rows added: ${after - during}`,
  );
  return full.status === 507 && during === before && again.status < 300 && after > during;
}

const residentMegabytes = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** Sends zeros until it is answered. @returns the status, and how much was taken */
function sendWithoutEnd(server, route, headers) {
  return new Promise((resolve) => {
    const request = http.request(`${server.address}/api/v1${route}`, { method: 'POST', headers });
    let sent = 0;
    let status = null;
    const end = () => {
      resolve({ status, sent: Math.round(sent / MEGABYTE) });
      request.destroy();
    };
    request.on('response', ({ statusCode }) => {
      status = statusCode;
      end();
    });
    request.on('error', end);
    const chunk = Buffer.alloc(64 * 1024, 0x61);
    const write = () => {
      while (sent < ENDLESS_BYTES && status === null) {
        sent += chunk.length;
        if (!request.write(chunk)) return void request.once('drain', write);
      }
    };
    request.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    write();
  });
}

async function endless(server, folder) {
  const route = `/indicators/${await commitment(server, '无尽上传')}/progress/2026-09/evidence`;
  const headers = { ...server.credentials, 'content-type': 'multipart/form-data; boundary=b' };
  const [before, filesBefore] = [residentMegabytes(server.child.pid), allFiles(files(folder)).length];
  const announced = await sendWithoutEnd(server, route, { ...headers, 'content-length': ENDLESS_BYTES });
  const chunked = await sendWithoutEnd(server, route, headers);
  const grown = Math.round(residentMegabytes(server.child.pid) - before);
  const left = allFiles(files(folder)).length - filesBefore;
  console.log(
    `3 GB announced: ${announced.status} after ${announced.sent} MB; unannounced: ${chunked.status} after ${chunked.sent} MB; ` +
      `memory grown by ${grown} MB, files left: ${left}`,
  );
  return announced.status === 413 && chunked.status === 413 && grown < 150 && left === 0;
}

export async function diskFull() {
  if (process.getuid() !== 0) {
    console.log('disk full: not tried, since mounting a small disk needs root');
    return withServer('jixiao-endless-', endless);
  }
  const small = await withServer(
    'jixiao-full-',
    async (server, folder) => {
      const database = new pg.Client(findRunningEmbeddedPostgres(folder).ownerUrl);
      await database.connect();
      try {
        return (await uploading(server, folder, database)) && (await reporting(server, folder, database));
      } finally {
        await database.end();
      }
    },
    { prepare: mountSmallDisks, tidy: unmountSmallDisks },
  );
  return (await withServer('jixiao-endless-', endless)) && small;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await diskFull()) ? 0 : 1;
