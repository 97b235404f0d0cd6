// One throw-away PostgreSQL for the whole test run, started when the first test asks for a database: most need none.
// Jest's workers are processes of their own, so they ask the one that runs them, over a socket.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCE = new URL('../../src/database/embedded/', import.meta.url);
const COMPILED = path.resolve('node_modules/.cache/jixiao-embedded');

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

/** Jest does not compile what a global set-up imports, so the few files of the embedded server are compiled here. */
async function start() {
  const { transformSync } = await import('@swc/core');
  mkdirSync(COMPILED, { recursive: true });
  for (const name of readdirSync(SOURCE)) {
    const { code } = transformSync(readFileSync(new URL(name, SOURCE), 'utf8'), { filename: name });
    writeFileSync(path.join(COMPILED, name.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(path.join(COMPILED, 'package.json'), '{ "type": "module" }\n');
  const { startEmbeddedPostgres } = await import(pathToFileURL(path.join(COMPILED, 'embedded-postgres.js')).href);
  return startEmbeddedPostgres({ dataFolder: path.join(folder, 'data'), durable: false });
}
