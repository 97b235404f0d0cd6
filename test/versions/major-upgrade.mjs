// An installation whose embedded PostgreSQL gets another major version, as docs/operations/upgrades.md says: backed up with the
// former one, restored with ours, verified.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jixiao } from '../support/jixiao.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';

const { performance } = globalThis;
const PRELOAD = new URL('../support/on-postgresql.mjs', import.meta.url).href;
const SOMEBODY = 'li.yangli';

/** @returns what was done, in words. @throws Error at the first thing that is not as it should be */
export async function majorUpgrade(bin, major) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'jixiao-major-'));
  const [former, shelf, own] = ['former', 'shelf/', 'own'].map(
    (name) => path.join(root, name) + (name.endsWith('/') ? '/' : ''),
  );
  const onFormer = { DATA_DIR: former, POSTGRESQL_BIN: bin, NODE_OPTIONS: `--import ${PRELOAD}` };
  try {
    const before = await office(former, onFormer, 'signIn');
    const backup = await done({ ...onFormer }, 'backup', shelf);
    const { code, said } = await jixiao({ DATA_DIR: former }, 'verify');
    if (code !== 1 || !said.includes(`made by PostgreSQL ${major}`)) throw new Error(`not refused: ${code} ${said}`);
    const began = performance.now();
    await done({ DATA_DIR: own }, 'restore', backup);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const words of [['verify'], ['verify-scores']]) await done({ DATA_DIR: own }, ...words);
    if ((await office(own, {}, 'signInAgain')) !== before) throw new Error('the office sees something else');
    return `refused, backed up, restored in ${seconds} s, verify and verify-scores 0, the office sees the same`;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function done(settings, ...words) {
  const { code, printed, said } = await jixiao(settings, ...words);
  if (code !== 0) throw new Error(`jixiao ${words.join(' ')}: ${code} ${said}`);
  return printed;
}

/** Starts the service, and stops it. @returns what somebody sees who signs in */
async function office(folder, settings, signIn) {
  const server = new ServerProcess(folder, await freePort(), settings);
  try {
    await (await server.ready())[signIn](SOMEBODY);
    const seen = [];
    for (const route of ['/departments', '/contacts', '/target-sheets'])
      seen.push((await server.request('GET', route)).body);
    for (const { id } of seen.at(-1).items)
      seen.push((await server.request('GET', `/target-sheets/${id}/score?asOf=2026-10`)).body);
    await server.stop();
    return JSON.stringify(seen);
  } finally {
    if (server.lives) await server.kill();
  }
}
