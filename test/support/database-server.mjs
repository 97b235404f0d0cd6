// One throw-away PostgreSQL for the whole test run, started when the first test asks for a database: most need none.
// Jest's workers are processes of their own, so they ask the one that runs them, over a socket.
import { mkdtempSync, rmSync } from 'node:fs';
import { register } from 'node:module';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-test-'));
let database;

const listener = createServer((socket) => {
  database ??= start();
  database.then(
    ({ url }) => socket.end(JSON.stringify({ url })),
    (error) => socket.end(JSON.stringify({ error: String(error) })),
  );
});

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

/** Jest does not compile what a global set-up imports; threads and processes of the application load TypeScript the same way. */
async function start() {
  register('./typescript.mjs', import.meta.url);
  const { startEmbeddedPostgres } = await import('../../src/database/embedded/embedded-postgres.js');
  return startEmbeddedPostgres({ dataFolder: path.join(folder, 'data'), durable: false });
}
