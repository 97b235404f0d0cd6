import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { built, seconds } from './installation.mjs';

const { clearInterval, setInterval } = globalThis;
const CLI = fileURLToPath(new URL('../dist/src/cli.js', import.meta.url));
const GOAL_MINUTES = 15;
/** A year's vouchers of a city, as photographs: they do not compress. */
const FILES = 1000;
const FILE_BYTES = 200_000;
const EVERY_MS = 50;

/** @returns the highest memory of the command, in bytes */
function jixiao(settings, ...words) {
  const child = spawn(process.execPath, [CLI, ...words], { env: { ...process.env, ...settings }, stdio: 'ignore' });
  let most = 0;
  const looking = setInterval(() => {
    try {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      most = Math.max(most, Number(kilobytes ?? 0) * 1024);
    } catch {
      // it has just ended
    }
  }, EVERY_MS);
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      clearInterval(looking);
      if (code === 0) resolve(most);
      else reject(new Error(`jixiao ${words.join(' ')} ended with ${code}`));
    });
  });
}

async function attach(app, client) {
  const { StoredFilesService } = await built('files/stored-files.service');
  const { rows } = await client.query('SELECT id FROM indicator ORDER BY id LIMIT $1', [FILES]);
  for (const { id } of rows) {
    const sha256 = await app.get(StoredFilesService).keepBytes(randomBytes(FILE_BYTES));
    await client.query(
      `INSERT INTO evidence (id, indicator_id, month, sha256, kind, file_name, added_by, added_at)
       VALUES (gen_random_uuid(), $1, '2026-10', $2, 'voucher', 'photograph.jpg', 'bench', now())`,
      [id, sha256],
    );
  }
  return rows.length;
}

/** Backup beside the running installation, restore into an empty folder with its verification. */
export async function measureBackups({ app, client, folder }) {
  const files = await attach(app, client);
  const shelf = mkdtempSync(path.join(os.tmpdir(), 'jixiao-shelf-'));
  try {
    const file = path.join(shelf, 'backup.tar');
    const memory = {};
    const backup = await seconds(async () => (memory.backup = await jixiao({ DATA_DIR: folder }, 'backup', file)));
    const target = { DATA_DIR: path.join(shelf, 'restored') };
    const restore = await seconds(async () => (memory.restore = await jixiao(target, 'restore', file)));
    const { rows } = await client.query('SELECT pg_database_size(current_database())::float AS bytes');
    const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
    console.log(
      `backup of ${megabytes(rows[0].bytes)} and ${files} files: ${backup.toFixed(1)} s, ${megabytes(statSync(file).size)}, ` +
        `memory ${megabytes(memory.backup)}`,
    );
    console.log(
      `restore with verification: ${restore.toFixed(1)} s (goal ≤ ${GOAL_MINUTES} min), memory ${megabytes(memory.restore)}`,
    );
  } finally {
    rmSync(shelf, { recursive: true, force: true });
  }
}
