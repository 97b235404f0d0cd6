// A second server on the same data folder must say so and end, and leave the first one alone.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort, ServerProcess } from '../support/server-process.mjs';

export async function secondServer() {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-second-'));
  const first = new ServerProcess(dataFolder, await freePort());
  try {
    await first.ready();
    const second = new ServerProcess(dataFolder, await freePort());
    const code = await second.exited;
    const told =
      second.said.includes('already runs on') && second.said.includes('已在') && !/\n\s+at /.test(second.said);
    const unharmed = first.lives && (await first.answers());
    console.log(`second server: exit code ${code}, said why: ${told}, first one unharmed: ${unharmed}`);
    const stopped = await first.stop();
    const third = await new ServerProcess(dataFolder, await freePort()).ready(); // the folder is free again
    await third.stop();
    return code === 1 && told && unharmed && stopped === 0;
  } finally {
    if (first.lives) await first.kill();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await secondServer()) ? 0 : 1;
