// Test 24: a first start is killed (-9) at random moments. The next one always says how to sign in: it prints accounts with
// passwords that work, or names the accounts whose passwords the killed one had printed, and those work.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { SOMEBODY } from './with-server.mjs';

const { performance } = globalThis;
const ADMINISTRATOR = 'sysadmin';

/** @returns how long a first start takes here */
async function wholeStart(folder) {
  const started = performance.now();
  const server = await new ServerProcess(folder, await freePort()).ready();
  await server.kill();
  return performance.now() - started;
}

/** @returns whether everybody who was promised an account can sign in */
async function killedAfter(ms, folder) {
  const killed = new ServerProcess(folder, await freePort());
  await pause(ms);
  await killed.kill();
  const next = await new ServerProcess(folder, await freePort()).ready();
  const madeBefore = next.said.includes('Nobody has signed in yet');
  const printed = madeBefore ? killed : next;
  try {
    if (madeBefore && !next.said.includes(ADMINISTRATOR)) throw new Error(`no account is named: ${next.said}`);
    for (const username of [SOMEBODY, ADMINISTRATOR]) {
      next.credentials = {};
      const password = printed.printedPassword(username);
      await next.begin(await next.send('POST', '/session', { username, password }));
    }
    return { fine: true, madeBefore };
  } catch (error) {
    console.log(`killed after ${Math.round(ms)} ms: ${error.message}`);
    return { fine: false, madeBefore };
  } finally {
    await next.kill();
  }
}

async function inFolder(test) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-first-start-'));
  try {
    return await test(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function killFirstStart(kills) {
  const whole = await inFolder(wholeStart);
  const outcomes = [];
  for (let kill = 0; kill < kills; kill += 1)
    outcomes.push(await inFolder((folder) => killedAfter(whole * ((kill + Math.random()) / kills), folder)));
  const fine = outcomes.filter((outcome) => outcome.fine).length;
  const before = outcomes.filter(({ madeBefore }) => madeBefore).length;
  console.log(
    `first starts killed: ${kills} within ${Math.round(whole)} ms, could sign in: ${fine}, of them with the killed one's passwords: ${before}`,
  );
  return fine === kills;
}
