// A server on a folder of its own, with somebody of the performance office signed in.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, ServerProcess } from '../support/server-process.mjs';

export const SOMEBODY = 'li.yangli';

/** Runs the test; `prepare` sees the folder before the server does, `tidy` when the server is gone. */
export async function withServer(
  prefix,
  test,
  { prepare = () => undefined, tidy = () => undefined, settings = {} } = {},
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  let server;
  try {
    prepare(folder);
    server = new ServerProcess(folder, await freePort(), settings);
    await server.ready();
    await server.signIn(SOMEBODY);
    const passed = await test(server, folder);
    if (server.lives) await server.stop();
    return passed;
  } finally {
    if (server?.lives) await server.kill();
    tidy(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new indicator that takes a plain number every month, and that nobody else writes to. @returns its id */
export async function commitment(server, name) {
  const sheets = await server.request('GET', '/target-sheets');
  const [{ id, fiscalYear }] = sheets.body.items;
  const indicator = { level1: '产出指标', level2: '数量指标', name, raw: '>=4篇', firstMonth: `${fiscalYear}-01` };
  const { status, body } = await server.request('POST', `/target-sheets/${id}/commitments`, indicator);
  if (status !== 201) throw new Error(`commitment: ${status} ${JSON.stringify(body)}`);
  return body.id;
}
