// npm run dev: the service from its sources, started anew with every change, and the client from Vite, which hands /api on to it.
// Compiles into .dev, never into dist: a build beside it, or an `npm start` on other data, is not disturbed. Types are not checked
// here (npm run typecheck; editors show them).
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';
import { createServer } from 'vite';

const COMPILED = '.dev';
const SOURCES = ['src', 'migrations'];
/** Read by the service when it starts, too. */
const READ_AT_START = ['policies', 'templates'];
/** Editors write a file in several steps. */
const SETTLES_MS = 30;
const STARTER = new URL('dev-process.mjs', import.meta.url).pathname;

const packages = new Set();
const sources = new Map();
let running;
let next;
let changes;
let restarting = Promise.resolve();

const web = await createServer({ root: 'web', configFile: 'web/vite.config.ts' });
if (await compile()) await restart();
await web.listen();
console.log('client, shown anew with every change / 客户端：');
web.printUrls();
web.watcher.add([...SOURCES, ...READ_AT_START]);
web.watcher.on('all', (_, file) => {
  if (![...SOURCES, ...READ_AT_START].some((folder) => path.relative(folder, file).startsWith('..') === false)) return;
  clearTimeout(changes);
  changes = setTimeout(() => (restarting = restarting.then(changed)), SETTLES_MS);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

async function changed() {
  const begun = performance.now();
  if (!(await compile())) return;
  await restart();
  console.log(`service: new after ${((performance.now() - begun) / 1000).toFixed(1)} s / 服务已重启`);
}

/** Compiles what changed, and forgets what is gone. @returns whether all of it could be compiled */
async function compile() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => path.join(folder, file)),
  );
  for (const file of sources.keys()) if (!files.includes(file)) forget(file);
  const newer = files.filter((file) => sources.get(file) !== statSync(file).mtimeMs);
  const done = await Promise.allSettled(newer.map(compileOne));
  const faults = done.filter(({ status }) => status === 'rejected');
  for (const { reason } of faults) console.error(String(reason.message ?? reason));
  return faults.length === 0;
}

async function compileOne(file) {
  const { mtimeMs } = statSync(file);
  const { code } = await transformFile(file, { sourceMaps: 'inline', sourceFileName: path.resolve(file) });
  mkdirSync(path.dirname(compiled(file)), { recursive: true });
  writeFileSync(compiled(file), code);
  for (const [, name] of code.matchAll(/^(?:import|export) (?:[^;]*? from )?'([^.'][^']*)'/gm)) packages.add(name);
  sources.set(file, mtimeMs);
}

function forget(file) {
  rmSync(compiled(file), { force: true });
  sources.delete(file);
}

function compiled(file) {
  return path.join(COMPILED, file.replace(/\.ts$/, '.js'));
}

/** The old process has stopped before the new one begins: they share the database, its folder and the port. */
async function restart() {
  const beginning = next ?? standby();
  if (running && running.exitCode === null) {
    running.kill('SIGTERM');
    await new Promise((resolve) => running.once('exit', resolve));
  }
  running = beginning;
  next = undefined;
  running.send({ start: path.resolve(COMPILED, 'src/main.js') });
  await new Promise((resolve) => {
    running.once('message', resolve);
    running.once('exit', resolve); // it has said why
  });
  next = standby();
}

/** A process that has loaded all packages, which takes most of a start, and waits to be told to begin. */
function standby() {
  const child = fork(STARTER, { execArgv: ['--enable-source-maps'] });
  child.send({ packages: [...packages] });
  return child;
}

async function stop() {
  next?.kill('SIGKILL');
  await web.close();
  if (!running || running.exitCode !== null) process.exit();
  running.once('exit', () => process.exit());
  running.kill('SIGTERM');
}
