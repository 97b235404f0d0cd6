// Makes a fresh checkout usable: installs the locked packages and, with --build, compiles what is out of date.
// `npm start`, `npm test` and `npm run jixiao` call it; when nothing changed it costs a few milliseconds.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const build = process.argv.includes('--build');
const quiet = process.argv.includes('--quiet');

run('install', 'node_modules/.setup-stamp', sha256(readFileSync('package-lock.json')), [
  'npm',
  'ci',
  '--include=dev',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]);
if (build) run('build', 'dist/.build-stamp', newestSource(), ['npm', 'run', '--silent', 'build']);

/** Runs the command unless the stamp file already holds `wanted`; what it prints goes to stderr, stdout stays the caller's. */
function run(what, stamp, wanted, [command, ...args]) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error(`jixiao: ${what} …`);
  const started = Date.now();
  const stdio = quiet ? ['ignore', 'ignore', 2] : ['ignore', 2, 2];
  const { status } = spawnSync(command, args, { stdio, shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`jixiao: ${what} failed (exit code ${status}) / ${what} 失败`);
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
  console.error(`jixiao: ${what} done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Names and modification times of everything the build reads. */
function newestSource() {
  const inputs = [
    'src',
    'migrations',
    'web',
    'policies',
    'scripts',
    'package-lock.json',
    'tsconfig.json',
    'nest-cli.json',
    '.swcrc',
  ];
  return sha256(inputs.flatMap(listing).join('\n'));
}

function listing(file) {
  if (!existsSync(file)) return [];
  const stat = statSync(file);
  if (stat.isDirectory()) return readdirSync(file).flatMap((name) => listing(path.join(file, name)));
  return [`${file} ${stat.mtimeMs} ${stat.size}`];
}

function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}
