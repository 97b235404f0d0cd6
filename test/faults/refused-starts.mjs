// Whatever keeps the service from running is told at its start, in words, and the process ends: a data folder that cannot be
// used, a port in use, another program's database, an older program on newer tables. Nothing is written there.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { FaultDatabase } from '../support/fault-database.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';

const { performance } = globalThis;
const SOMEBODY = 1234;
const STACK = /\n\s+at /;

const cluster = (folder) => path.join(folder, 'pg');
const mount = (folder, options) => {
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return () => execFileSync('umount', [folder]);
};

/** What is wrong with the folder, made so, and what has to be said of it in both languages. */
const FOLDERS = {
  'a file': { make: (folder) => writeFileSync(folder, ''), says: [/is a file/, /是一个文件/] },
  'below a file': {
    make: (folder) => writeFileSync(folder, ''),
    below: 'data',
    says: [/is a file/, /是一个文件/],
  },
  'read-only': { make: (folder) => mount(folder, 'ro'), says: [/cannot be written/, /不可写/] },
  full: { make: (folder) => mount(folder, 'size=4m'), says: [/is full/, /已满/] },
  'somebody else’s': {
    make: (folder, { data }) => {
      cpSync(data, folder, { recursive: true });
      execFileSync('chown', ['-R', String(SOMEBODY), cluster(folder)]);
    },
    says: [/belongs to another user/, /另一个用户/],
  },
  'full of other things': {
    make: (folder) => {
      mkdirSync(cluster(folder), { recursive: true });
      writeFileSync(path.join(cluster(folder), 'letters.txt'), 'keep me');
    },
    says: [/no database of Jixiao/, /不是绩效台账的数据库/],
    keeps: (folder) => readdirSync(cluster(folder)).join() === 'letters.txt',
  },
  'of an older PostgreSQL': {
    make: (folder, { data }) => {
      cpSync(data, folder, { recursive: true });
      writeFileSync(path.join(cluster(folder), 'PG_VERSION'), '17\n');
    },
    says: [/made by PostgreSQL 17.*jixiao -- backup.*jixiao -- restore/s, /由 PostgreSQL 17 建立/],
  },
};

const DATABASES = {
  'another program’s database': {
    make: 'CREATE TABLE tenant (id int); CREATE TABLE migrations (id int, migration text, batch int); INSERT INTO migrations VALUES (1, $$x$$, 1)',
    says: [/tables of another program \(migrations, tenant\)/, /其他程序的表/],
  },
  'an older program on newer tables': {
    of: 'jixiao',
    make: "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'AddTheFuture9999999999999'); COMMENT ON TABLE migrations IS '9.9.9'",
    says: [/newer Jixiao \(9\.9\.9\), as of AddTheFuture.* restore the backup/s, /更新的绩效台账（9\.9\.9）/],
  },
};

/** @returns whether it ended in words with exit code 1, and after how many seconds */
async function refused(what, folder, { says }, settings = {}, port = undefined) {
  const started = performance.now();
  const server = new ServerProcess(folder, port ?? (await freePort()), settings);
  const code = await server.exited;
  const seconds = (performance.now() - started) / 1000;
  const told = says.every((words) => words.test(server.said)) && !STACK.test(server.said);
  console.log(`${what}: exit code ${code} after ${seconds.toFixed(1)} s${told ? '' : `, said: ${server.said}`}`);
  return { seconds, fine: code === 1 && told };
}

async function refusedFolder(what, expected, database) {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'jixiao-refused-'));
  const folder = path.join(parent, 'data');
  const tidy = expected.make(folder, { data: database.copy });
  try {
    const { fine, seconds } = await refused(what, path.join(folder, expected.below ?? ''), expected);
    return { fine: fine && (expected.keeps?.(folder) ?? true), seconds };
  } finally {
    tidy?.();
    rmSync(parent, { recursive: true, force: true });
  }
}

async function refusedDatabase(what, expected, database) {
  const name = `refused_${Object.keys(DATABASES).indexOf(what)}`;
  await database.rows(`CREATE DATABASE ${name}${expected.of ? ` TEMPLATE ${expected.of}` : ''}`);
  const other = database.beside(name);
  try {
    await other.query(expected.make);
    const before = await contentOf(other);
    const outcome = await refused(what, database.folder, expected, { DATABASE_URL: database.urlOf(name) });
    const untouched = (await contentOf(other)) === before;
    if (!untouched) console.log(`${what}: something was written`);
    return { ...outcome, fine: outcome.fine && untouched };
  } finally {
    await other.end();
  }
}

/** Every table with its columns and the hash of its rows. */
async function contentOf(pool) {
  const { rows } = await pool.query(`
    SELECT c.relname, array_agg(a.attname ORDER BY a.attnum) AS columns,
           md5(query_to_xml('SELECT * FROM ' || c.oid::regclass || ' AS t ORDER BY t::text', true, false, '')::text) AS rows
      FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid, c.relname ORDER BY c.relname`);
  return JSON.stringify(rows);
}

/** @param limitS seconds within which each has to be told */
export async function refusedStarts(limitS) {
  const database = await FaultDatabase.start();
  await database.rows('CREATE DATABASE jixiao');
  await database.migrate('jixiao');
  const busy = createServer();
  await new Promise((resolve) => busy.listen(0, '127.0.0.1', resolve));
  database.copy = mkdtempSync(path.join(os.tmpdir(), 'jixiao-refused-copy-'));
  cpSync(cluster(database.folder), cluster(database.copy), { recursive: true });
  rmSync(path.join(cluster(database.copy), 'postmaster.pid'));
  cpSync(path.join(database.folder, 'pg.password'), path.join(database.copy, 'pg.password'));
  const outcomes = [];
  try {
    for (const [what, expected] of Object.entries(FOLDERS))
      outcomes.push(await refusedFolder(what, expected, database));
    for (const [what, expected] of Object.entries(DATABASES))
      outcomes.push(await refusedDatabase(what, expected, database));
    const portInUse = { says: [/is in use by another program/, /已被其他程序占用/] };
    const untouched = path.join(database.copy, 'never');
    outcomes.push(await refused('a port in use', untouched, portInUse, {}, busy.address().port));
    const slowest = Math.max(...outcomes.map(({ seconds }) => seconds));
    console.log(`${outcomes.length} starts refused, the slowest after ${slowest.toFixed(1)} s`);
    return outcomes.every(({ fine }) => fine) && slowest <= limitS;
  } finally {
    busy.close();
    rmSync(database.copy, { recursive: true, force: true });
    await database.stop();
  }
}
