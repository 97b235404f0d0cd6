// Writes the types of the web client's requests from the description that the built service gives of itself. The browser
// tests compare the two.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { API_TYPES, apiTypes } from '../test/support/api-types.mjs';
import { freePort, ServerProcess } from '../test/support/server-process.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-api-'));
const service = new ServerProcess(folder, await freePort());
try {
  writeFileSync(API_TYPES, await apiTypes(await service.ready()));
  console.log(`wrote ${API_TYPES}`);
} finally {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
}
