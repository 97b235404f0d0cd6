// The main journey on every major version of PostgreSQL that README names: tables, sample year, an entry from typing to
// approval, its score, a report, a job, and that what guards the histories is printed there as it is known. The oldest and the one
// before ours, with `--full` all of them; a version that cannot be had is told as skipped. All other suites run on ours. With
// `--full` also an embedded one that becomes ours.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { journey } from './journey.mjs';
import { majorUpgrade } from './major-upgrade.mjs';
import { MAJORS, programsOf } from './servers.mjs';

const { performance } = globalThis;
const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { ENVIRONMENT } = await built('database/embedded/cluster.js');
const { DataFolder } = await built('database/embedded/data-folder.js');
const { PostgresServer } = await built('database/embedded/postgres-server.js');
const { chooseServerAccount } = await built('database/embedded/server-account.js');

let [passed, failed] = [0, 0];
const { values } = parseArgs({ options: { full: { type: 'boolean' } } });
const majors = values.full ? MAJORS : [MAJORS[0], MAJORS.at(-1)];
const programs = await Promise.allSettled(majors.map(programsOf));
for (const [place, major] of majors.entries()) {
  const { value: bin, reason } = programs[place];
  if (bin) await tell(`PostgreSQL ${major}`, () => onServer(bin, journey));
  else console.log(`skipped: PostgreSQL ${major}, which cannot be had here: ${reason.message.split('\n')[0]}`);
}
// The locale of the embedded server is known from 17 on.
const former = majors.at(-1);
const { value: formerBin } = programs.at(-1);
if (values.full && formerBin)
  await tell(`an embedded PostgreSQL ${former} that becomes ours`, () => majorUpgrade(formerBin, former));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function tell(what, work) {
  const started = performance.now();
  try {
    const done = await work();
    passed += 1;
    console.log(`passed: ${what} (${Math.round(performance.now() - started)} ms): ${done}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${what}: ${error.stack}`);
  }
}

/** A server that forgets everything, with the locale that all versions know. */
async function onServer(bin, work) {
  const folder = new DataFolder(mkdtempSync(path.join(os.tmpdir(), 'jixiao-version-')));
  const account = chooseServerAccount();
  try {
    folder.newPassword();
    const options = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', folder.passwordFile, '-E', 'UTF8'];
    const command = [path.join(bin, 'initdb'), '-D', folder.cluster, '--locale=C', '--no-sync', ...options];
    const [program, ...args] = [...account.prefix, ...command];
    execFileSync(program, args, { env: ENVIRONMENT, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    const binaries = { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
    const server = await PostgresServer.start({ folder, binaries, account, durable: false }, () => {});
    try {
      return await work(folder.addresses.ownerUrl);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder.socketFolder, { recursive: true, force: true });
    rmSync(folder.root, { recursive: true, force: true });
  }
}
