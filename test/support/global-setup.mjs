// One throw-away PostgreSQL for the whole test run. Jest does not compile a global set-up written in TypeScript
// that is an ES module, so the few files of the embedded server are compiled here.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const source = new URL('../../src/database/embedded/', import.meta.url);
const compiled = path.resolve('node_modules/.cache/jixiao-embedded');

export default async () => {
  mkdirSync(compiled, { recursive: true });
  for (const name of readdirSync(source)) {
    const { code } = transformSync(readFileSync(new URL(name, source), 'utf8'), { filename: name });
    writeFileSync(path.join(compiled, name.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(path.join(compiled, 'package.json'), '{ "type": "module" }\n');
  const { startEmbeddedPostgres } = await import(pathToFileURL(path.join(compiled, 'embedded-postgres.js')).href);
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-test-'));
  const server = await startEmbeddedPostgres({ dataFolder, durable: false });
  globalThis.__EMBEDDED_POSTGRES = { server, dataFolder };
  process.env.TEST_SERVER_URL = server.url;
};
