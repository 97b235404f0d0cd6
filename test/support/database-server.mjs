// One throw-away PostgreSQL for the whole test run, started when the first test asks for a database: most need none.
// Jest's workers are processes of their own, so they ask the one that runs them, over a socket.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';
const ENOUGH = 4 * 1024 ** 3;
const folder = mkdtempSync(path.join(fastest(), 'jixiao-test-'));
let database;

const listener = createServer((socket) => {
  database ??= start();
  database.then(
    ({ url, ownerUrl }) => socket.end(JSON.stringify({ url, ownerUrl })),
    (error) => socket.end(JSON.stringify({ error: String(error) })),
  );
});

/** Each of a hundred databases is some hundred files, which a disk makes sixty times as slowly. */
function fastest() {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ENOUGH ? IN_MEMORY : os.tmpdir();
  } catch {
    return os.tmpdir(); // elsewhere than on Linux
  }
}

/** Tests find the socket in TEST_DATABASE_SOCKET; test-database.ts asks there. */
export async function offerDatabase() {
  const socket = path.join(folder, 'ask');
  await new Promise((resolve) => listener.listen(socket, resolve));
  process.env.TEST_DATABASE_SOCKET = socket;
}

export async function stopDatabase() {
  listener.close();
  await (await database?.catch(() => undefined))?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function start() {
  const { startEmbeddedPostgres } = await import('../../src/database/embedded/embedded-postgres.js');
  return startEmbeddedPostgres({ dataFolder: path.join(folder, 'data'), durable: false });
}
