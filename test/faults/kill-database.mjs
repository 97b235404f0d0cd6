// Test 21: the embedded database is killed (-9) at random moments while twenty people write, and its socket is taken away: it
// is back within seconds on the same data, and nothing acknowledged is lost. Where it cannot come back the process ends.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '../support/wait-until.mjs';
import { keepWriting, lost, newDepartments } from './department-writers.mjs';
import { withServer } from './with-server.mjs';

/** What the full count shows; a few kills on a busy machine only show that it comes back. */
const READY_LIMIT_MS = 10_000;
const FULL_COUNT = 100;
const WAIT_LIMIT_MS = 120_000;
const LONGEST_LIFE_MS = 2_000;
const ALLOWED = new Set(['200', '412', '503']);
const LOGGED = { settings: { LOG_LEVEL: 'warn' } };

const postmaster = (folder) => readFileSync(path.join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n');

const killServer = (folder) => process.kill(Number(postmaster(folder)[0]), 'SIGKILL');
const stopServer = (folder) => process.kill(Number(postmaster(folder)[0]), 'SIGSTOP');
const takeSocket = (folder) => rmSync(postmaster(folder)[4], { recursive: true });

const timesBack = (server) => server.said.split('the embedded database is back').length - 1;

/** @returns how long nobody could work */
async function breakAndWait(server, folder, harm) {
  const before = timesBack(server);
  harm(folder);
  const isBack = async () => {
    if (!server.lives) throw new Error(`the service ended: ${server.said}`);
    return timesBack(server) > before && (await server.answers());
  };
  return waitUntil('ready', isBack, WAIT_LIMIT_MS);
}

export function killDatabase(kills) {
  return withServer(
    'jixiao-kill-database-',
    async (server, folder) => {
      const departments = await newDepartments(server);
      const stop = keepWriting(server, departments);
      const waits = [];
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(Math.random() * LONGEST_LIFE_MS);
        waits.push(await breakAndWait(server, folder, killServer));
      }
      const withoutSocket = await breakAndWait(server, folder, takeSocket);
      const { slowestMs, ...answers } = await stop();
      const { body } = await server.request('GET', '/departments?limit=100');
      const gone = lost(body.items, departments);
      const longest = Math.max(...waits, withoutSocket);
      const median = waits.toSorted((a, b) => a - b)[Math.floor(kills / 2)];
      console.log(
        `kills: ${kills}, ready after ${median} ms (median), at most ${Math.max(...waits)} ms, after the socket went ${withoutSocket} ms, ` +
          `answers ${JSON.stringify(answers)}, slowest ${slowestMs} ms, lost: ${gone}`,
      );
      const told = Object.keys(answers).every((status) => ALLOWED.has(status));
      const inTime = kills < FULL_COUNT || longest <= READY_LIMIT_MS;
      return gone === 0 && told && inTime && answers[200] > 0;
    },
    LOGGED,
  );
}

/** Data that is gone does not come back by trying: whoever watches the process sees that it ended. */
export function databaseGone() {
  return withServer('jixiao-gone-database-', async (server, folder) => {
    const cluster = path.join(folder, 'pg');
    renameSync(path.join(cluster, 'global'), path.join(folder, 'elsewhere'));
    killServer(folder);
    const code = await server.exited;
    const told = server.said.includes('could not be brought back') && server.said.includes('未能恢复');
    console.log(`database gone: exit code ${code}, said so: ${told}`);
    return code === 1 && told && existsSync(cluster);
  });
}

/** A server that hangs is no better than a dead one, and nobody sees it: it is ended and started again. */
export function databaseHangs() {
  return withServer(
    'jixiao-hung-database-',
    async (server, folder) => {
      const departments = await newDepartments(server);
      const back = await breakAndWait(server, folder, stopServer);
      const { body } = await server.request('GET', '/departments?limit=100');
      const gone = lost(body.items, departments);
      console.log(`database hangs: ready again after ${back} ms, lost: ${gone}`);
      return gone === 0;
    },
    LOGGED,
  );
}
