// The embedded database and its two roles: the service works as its own, which cannot touch the past; data of a version that
// knew one role are backed up whole before the upgrade, and have both after the next start.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { jixiao } from '../support/jixiao.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { SOMEBODY } from './with-server.mjs';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { findRunningEmbeddedPostgres, startEmbeddedPostgres } = await built('database/embedded/embedded-postgres.js');

async function rows(url, sql) {
  const client = new pg.Client({ connectionString: url, application_name: 'fault' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const check = (what, fine, seen) => {
  console.log(`${what}: ${fine ? 'so' : `NOT SO: ${JSON.stringify(seen)}`}`);
  return fine;
};

/** Who is connected as the application, and what becomes of an attempt to change the past. */
async function roleOf(folder) {
  const { url, ownerUrl } = findRunningEmbeddedPostgres(folder);
  const roles = await rows(
    ownerUrl,
    "SELECT DISTINCT usename AS name FROM pg_stat_activity WHERE application_name LIKE 'jixiao%'",
  );
  const refused = await rows(url, "UPDATE audit_event SET actor = 'nobody'").catch(({ code }) => code);
  return { roles: roles.map(({ name }) => name), refused };
}

const isService = ({ roles, refused }) => roles.join() === 'jixiao' && refused === '42501';

async function commands(folder, shelf) {
  const results = [];
  for (const words of [['verify'], ['doctor'], ['migrate'], ['backup', shelf]]) {
    const { code, printed, said } = await jixiao({ DATA_DIR: folder }, ...words);
    const weak = /lacks rights|owner of its tables|may do more/.test(printed);
    results.push(check(`jixiao ${words[0]} beside it`, weak === false && (code === 0 || words[0] === 'doctor'), said));
  }
  return results.every(Boolean);
}

/** As a version left it that knew the superuser alone. */
async function takeBack(folder) {
  const server = await startEmbeddedPostgres({ dataFolder: folder });
  await rows(server.ownerUrl, 'DROP OWNED BY jixiao; DROP ROLE jixiao');
  await server.stop();
  rmSync(path.join(folder, 'pg.service-password'));
}

/** @returns how many rows a backup holds */
async function backedUp(folder, shelf) {
  const { code, said } = await jixiao({ DATA_DIR: folder }, 'backup', path.join(shelf, '/'));
  const counted = Number(/(\d+) rows/.exec(said)?.[1] ?? 0);
  return code === 0 ? counted : -1;
}

async function office(folder, signIn, work) {
  const server = await new ServerProcess(folder, await freePort()).ready();
  try {
    await server[signIn](SOMEBODY);
    return await work(server);
  } finally {
    await server.stop();
  }
}

export async function serviceRole() {
  const root = mkdtempSync(path.join(os.tmpdir(), 'jixiao-role-'));
  const [folder, shelf] = [path.join(root, 'data'), path.join(root, 'shelf')];
  try {
    const outcomes = [];
    outcomes.push(
      await office(folder, 'signIn', async () => {
        const seen = await roleOf(folder);
        return (
          check('a first start works as the role of the service', isService(seen), seen) &&
          commands(folder, `${shelf}/`)
        );
      }),
    );
    const before = await backedUp(folder, shelf);
    await takeBack(folder);
    const former = await backedUp(folder, path.join(root, 'former'));
    outcomes.push(
      check(`${before} rows are backed up before an upgrade, too`, before > 500 && former === before, former),
    );
    outcomes.push(
      await office(folder, 'signInAgain', async (server) => {
        const seen = await roleOf(folder);
        const sheets = (await server.request('GET', '/target-sheets')).body.items.length;
        return check('data of one role have both after the next start', isService(seen) && sheets > 0, {
          ...seen,
          sheets,
        });
      }),
    );
    return outcomes.every(Boolean);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
