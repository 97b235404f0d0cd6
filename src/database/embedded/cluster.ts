import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import type { DataFolder } from './data-folder.js';
import { clusterForeign, diskFull, folderUnusable, initFailed, notACluster, otherMajor } from './errors.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { ServerAccount } from './server-account.js';

/** Programs of PostgreSQL speak English, whatever the machine does: their words are read. */
export const ENVIRONMENT = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/** Everything that a PostgreSQL server needs to know to run on a data folder. */
export interface ServerPlan {
  readonly folder: DataFolder;
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount;
  readonly durable: boolean;
}

/**
 * Makes sure that the folder holds a cluster that these programs may run on; the first start makes one.
 * @throws DomainError in words, where the folder holds something else, another version's data, or somebody else's
 */
export function ensureCluster(plan: ServerPlan): void {
  const { folder, account, binaries } = plan;
  checkOwner(plan);
  if (folder.isForeign) throw notACluster(folder.cluster);
  if (folder.clusterVersion === undefined) createCluster(plan);
  const own = majorOf(plan, binaries.postgres);
  if (folder.clusterVersion !== own) throw otherMajor(folder.cluster, folder.clusterVersion ?? '', own);
  account.own(folder.cluster);
}

/** Nobody but its owner can even look into it. */
function checkOwner({ folder: { cluster }, account }: ServerPlan): void {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const own = process.getuid?.();
  if (owner === undefined || own === undefined || owner === own || owner === account.uid) return;
  throw clusterForeign(cluster, owner, account.uid ?? own);
}

/** Beside its place, then renamed: who is killed meanwhile leaves nothing that looks like a whole cluster. */
function createCluster({ folder, binaries, account, durable }: ServerPlan): void {
  try {
    rmSync(folder.draft, { recursive: true, force: true });
    mkdirSync(folder.draft, { mode: 0o700 });
    folder.newPassword();
    for (const file of [folder.draft, folder.passwordFile]) account.own(file);
    const options = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', folder.passwordFile, '-E', 'UTF8'];
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
    const command = [binaries.initdb, '-D', folder.draft, ...options, ...locale, ...(durable ? [] : ['--no-sync'])];
    const { status, stderr, error } = run(account, command);
    if (status !== 0) throw initProblem(folder, stderr || String(error));
    renameSync(folder.draft, folder.cluster);
  } catch (error) {
    rmSync(folder.draft, { recursive: true, force: true });
    throw folderUnusable(folder.root, error);
  }
}

const initProblem = ({ root, cluster }: DataFolder, said: string) =>
  said.includes('No space left on device') ? diskFull(root) : initFailed(cluster, said);

/** `18` of `postgres (PostgreSQL) 18.4`. */
const majorOf = ({ account }: ServerPlan, postgres: string): string =>
  /\) (\d+)/.exec(run(account, [postgres, '--version']).stdout)?.[1] ?? '';

function run({ prefix, uid, gid }: ServerAccount, command: readonly string[]) {
  const [program = '', ...args] = [...prefix, ...command];
  return spawnSync(program, args, { uid, gid, env: ENVIRONMENT, cwd: '/', encoding: 'utf8' });
}
