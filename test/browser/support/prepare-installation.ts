import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, ServerProcess } from '../../support/server-process.mjs';
import { NOW, PEOPLE } from './installation.js';

/** An installation with the sample year, made once; every worker begins with a copy of it. */
export default async function prepareInstallation(): Promise<() => void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-browser-'));
  const service = new ServerProcess(folder, await freePort(), { CLOCK_AT: NOW });
  try {
    await service.ready();
    for (const person of PEOPLE) await service.signIn(person);
  } finally {
    await service.stop();
  }
  process.env.PREPARED_INSTALLATION = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
