// Other users of the same machine: they cannot pretend to be the database, read what is kept, or be given a place where they
// could. Needs root, which alone can act as somebody else.
import { Blob } from 'node:buffer';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jixiao } from '../support/jixiao.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { commitment, SOMEBODY } from './with-server.mjs';

const { FormData, fetch } = globalThis;
const STRANGER = 65534;
const SECRET = 'what only the office may read';

const asStranger = (...command) =>
  spawnSync('setpriv', [`--reuid=${STRANGER}`, `--regid=${STRANGER}`, '--clear-groups', ...command], {
    encoding: 'utf8',
  });
const socketFolderOf = (folder) =>
  path.join(os.tmpdir(), `jixiao-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);

async function inFolder(test, mode = 0o755) {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'jixiao-users-'));
  chmodSync(parent, 0o755);
  const folder = path.join(parent, 'data');
  mkdirSync(folder);
  chmodSync(folder, mode);
  try {
    return await test(folder, parent);
  } finally {
    rmSync(socketFolderOf(folder), { recursive: true, force: true });
    rmSync(parent, { recursive: true, force: true });
  }
}

/** @returns whether the start was refused in these words */
async function refused(folder, words) {
  const server = new ServerProcess(folder, await freePort(), { SAMPLE_YEAR: 'off' });
  const code = await Promise.race([
    server.exited,
    server.ready().then(
      () => 'started',
      () => undefined,
    ),
  ]);
  if (code === 'started') await server.stop();
  return (await server.exited) === 1 && words.test(server.said) && code !== 'started';
}

/** Somebody was there before the first start: with a folder, or with a name that leads to one. */
const SQUATS = {
  'a folder': (place) => asStranger('mkdir', '-m', '777', place),
  'a link': (place, parent) => {
    const elsewhere = path.join(parent, 'elsewhere');
    mkdirSync(elsewhere);
    asStranger('ln', '-s', elsewhere, place);
  },
};

const squatted = (squat) =>
  inFolder(async (folder, parent) => {
    SQUATS[squat](socketFolderOf(folder), parent);
    return refused(folder, /belongs to another user.*does not connect/s);
  });

/** The command line asks a running service’s database, and is not told who took the place of its socket meanwhile. */
const squattedLater = () =>
  inFolder(async (folder) => {
    const server = await new ServerProcess(folder, await freePort(), { SAMPLE_YEAR: 'off' }).ready();
    const place = socketFolderOf(folder);
    server.child.kill('SIGSTOP'); // so that it does not make it anew
    try {
      rmSync(place, { recursive: true });
      asStranger('mkdir', '-m', '777', place);
      const { code, said } = await jixiao({ DATA_DIR: folder }, 'verify');
      if (code !== 1) console.log(said);
      return code === 1 && /belongs to another user/.test(said);
    } finally {
      server.child.kill('SIGCONT');
      await server.kill();
    }
  });

async function addEvidence(server) {
  const route = `/indicators/${await commitment(server, '旁人不可见')}/progress/2026-09/evidence`;
  const form = new FormData();
  form.append('file', new Blob([SECRET]), 'secret.txt');
  const sent = { method: 'POST', headers: server.credentials, body: form };
  const { status } = await fetch(`${server.address}/api/v1${route}`, sent);
  if (status !== 201) throw new Error(`evidence: ${status}`);
}

const walk = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => path.join(entry.parentPath, entry.name));

/** Of the files of a folder that a service has worked in: which the stranger can read, and which have a mode for others. */
async function readByOthers(folder, settings = {}) {
  const server = await new ServerProcess(folder, await freePort(), settings).ready();
  try {
    await server.signIn(SOMEBODY);
    await addEvidence(server);
    const files = walk(folder);
    const read = files.filter((file) => statSync(file).isFile() && asStranger('cat', file).status === 0);
    const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0);
    return { read, open, said: server.said };
  } finally {
    await server.stop();
  }
}

/** As `mkdir data` or a container’s volume leaves it, with what an earlier version left in it. */
const existing = () =>
  inFolder(async (folder) => {
    mkdirSync(path.join(folder, 'files'));
    writeFileSync(path.join(folder, 'files', 'from-before'), SECRET);
    for (const place of [path.join(folder, 'files'), path.join(folder, 'files', 'from-before')])
      chmodSync(place, 0o755);
    const { read } = await readByOthers(folder);
    return read.length === 0 && (statSync(folder).mode & 0o777) === 0o700;
  });

/** Where it is somebody else’s its mode cannot be mended: what is new is closed, and the administrator is told. */
const foreign = () =>
  inFolder(async (folder) => {
    chownSync(folder, 1234, 1234);
    const { read, open } = await readByOthers(folder);
    const { printed } = await jixiao({ DATA_DIR: folder, LANG: 'zh_CN.UTF-8' }, 'doctor', '--json');
    return read.length === 0 && open.length === 0 && /data-folder-open/.test(printed);
  });

const writableByAll = () =>
  inFolder(async (folder) => {
    chownSync(folder, 1234, 1234);
    chmodSync(folder, 0o777);
    return refused(folder, /anybody on this machine may write/);
  });

/** Without namespaces of users the database runs as an account of its own, which must pass through the data folder. */
const otherAccount = () =>
  inFolder(async (folder, parent) => {
    const programs = path.join(parent, 'bin');
    mkdirSync(programs);
    writeFileSync(path.join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const { read, said } = await readByOthers(folder, { PATH: `${programs}:${process.env.PATH}` });
    if (read.length > 0) console.log(read.slice(0, 5), said);
    return read.length === 0;
  });

export async function otherUsers() {
  execFileSync('setpriv', ['--version']);
  const tests = {
    'a socket folder that a stranger made first': () => squatted('a folder'),
    'a name that a stranger made first': () => squatted('a link'),
    'a socket folder that a stranger made later': squattedLater,
    'a data folder that is there and readable': existing,
    'a data folder of somebody else': foreign,
    'a data folder of somebody else, for all to write': writableByAll,
    'a database that runs as another account': otherAccount,
  };
  let passed = true;
  for (const [what, test] of Object.entries(tests)) {
    const fine = await test().catch((error) => (console.log(error), false));
    console.log(`${what}: ${fine ? 'closed' : 'OPEN'}`);
    passed &&= fine;
  }
  return passed;
}
