// Test 11: connections cut, the database restarted, a line that has gone dead, locks that are held, a slow network: the
// process lives, callers are told to come again (503), it is ready within seconds, and no acknowledged write is lost.
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseProxy } from '../support/database-proxy.mjs';
import { FaultDatabase } from '../support/fault-database.mjs';
import { freePort, NEW_PASSWORD, ServerProcess } from '../support/server-process.mjs';
import { waitUntil } from '../support/wait-until.mjs';
import { keepWriting, lost, newDepartments } from './department-writers.mjs';

const READY_LIMIT_MS = 10_000;
const ALLOWED = new Set([200, 201, 412, 503]);

const FAULTS = {
  'connections cut': async ({ proxy }) => {
    for (let time = 0; time < 5; time += 1) {
      proxy.cut();
      await pause(300);
    }
  },
  // Often: what a transaction meets depends on where in it the connection breaks.
  'database restarted': async ({ database }) => {
    for (let time = 0; time < 10; time += 1) {
      await database.restart();
      await pause(1000);
    }
  },
  'dead line': async ({ proxy, seconds }) => {
    proxy.stalled = true;
    await pause(seconds * 1000);
    proxy.cut();
    proxy.stalled = false;
  },
  'lock held': async ({ database, seconds }) => {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query('BEGIN; LOCK TABLE department IN ACCESS EXCLUSIVE MODE');
    await pause(seconds * 1000);
    await client.query('ROLLBACK');
    await client.end();
  },
  'half a second slower': async ({ proxy, seconds }) => {
    proxy.delayMs = 500;
    await pause(seconds * 1000);
    proxy.delayMs = 0;
  },
};

/** @param seconds how long a lock is held, and a line is dead */
export async function databaseFaults(seconds) {
  const database = await FaultDatabase.start();
  const proxy = await DatabaseProxy.start(database.url);
  const settings = { DATABASE_URL: proxy.url, ROLE: 'api' };
  const server = new ServerProcess(database.folder, await freePort(), settings);
  try {
    await server.ready();
    const departments = await signInWithDepartments(database, server);
    let passed = true;
    for (const [name, fault] of Object.entries(FAULTS)) {
      const stop = keepWriting(server, departments);
      await pause(500);
      await fault({ proxy, database, seconds });
      const readyMs = await waitUntil('ready', () => server.answers(), 4 * READY_LIMIT_MS);
      await pause(500);
      const answers = await stop();
      const gone = lost(await database.rows('SELECT id, version, name FROM department'), departments);
      const { slowestMs, ...statuses } = answers;
      const fine =
        gone === 0 &&
        server.lives &&
        readyMs <= READY_LIMIT_MS &&
        Object.keys(statuses).every((status) => ALLOWED.has(Number(status)));
      console.log(
        `${name}: answers ${JSON.stringify(statuses)}, slowest ${slowestMs} ms, ready after ${readyMs} ms, lost ${gone}`,
      );
      passed &&= fine;
    }
    return passed;
  } finally {
    if (server.lives) await server.kill();
    await proxy.stop();
    await database.stop();
  }
}

async function signInWithDepartments(database, server) {
  await server.signIn('secadmin');
  const office = { username: 'office', displayName: '绩效办', role: 'performance-office', departmentId: null };
  const made = await server.request('POST', '/users', { ...office, current: NEW_PASSWORD });
  server.credentials = {};
  server.said += `\n  office ${made.body.password}`;
  await server.signIn('office');
  return newDepartments(server);
}
