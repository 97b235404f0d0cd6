import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataFolder } from './data-folder.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { processState } from './process-state.js';
import { diesWithParent } from '../../common/dies-with-parent.js';
import { chooseServerAccount, type ServerAccount } from './server-account.js';

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the installation's data, such as `./data`. */
  readonly dataFolder: string;
  /** false only for tests: faster, but a power cut loses data. */
  readonly durable?: boolean;
}

const START_LIMIT_MS = 60_000;
const ENVIRONMENT = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/** Thrown when another Jixiao server already runs on the data folder. */
export class AlreadyRunningError extends Error {
  constructor(folder: string, pid: number) {
    super(
      `Jixiao already runs on ${folder} (process ${pid}). Stop it first, or set DATA_DIR to another folder. / ` +
        `绩效台账已在 ${folder} 上运行（进程 ${pid}）。请先停止它，或用 DATA_DIR 指定另一个文件夹。`,
    );
  }
}

/**
 * Starts the PostgreSQL server that Jixiao brings along, on a unix socket and with the data below `dataFolder`.
 * The first start creates the cluster; after a crash PostgreSQL recovers from its own log.
 */
export async function startEmbeddedPostgres({
  dataFolder,
  durable = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = new DataFolder(path.resolve(dataFolder));
  folder.create();
  if (folder.owner) throw new AlreadyRunningError(folder.root, folder.owner);
  folder.claim();
  try {
    const binaries = await findPostgresBinaries();
    const account = chooseServerAccount();
    account.own(folder.cluster);
    account.own(folder.socketFolder);
    if (!folder.hasCluster) createCluster(folder, binaries, account, durable);
    await waitForFormerServer(folder);
    const server = launch(folder, binaries, account, durable);
    await waitUntilReady(folder, server);
    return { url: folder.url, stop: () => stop(folder, server) };
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** Address of the embedded server that another process of this installation runs; undefined when none does. */
export function findRunningEmbeddedPostgres(dataFolder: string): string | undefined {
  const folder = new DataFolder(path.resolve(dataFolder));
  return folder.owner && folder.postmaster?.ready ? folder.url : undefined;
}

function createCluster(
  folder: DataFolder,
  { initdb }: PostgresBinaries,
  account: ServerAccount,
  durable: boolean,
): void {
  folder.newPassword();
  account.own(folder.passwordFile);
  const options = ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', folder.passwordFile, '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
  const result = run(account, [initdb, '-D', folder.cluster, ...options, ...locale, ...(durable ? [] : ['--no-sync'])]);
  if (result.status === 0) return;
  rmSync(folder.cluster, { recursive: true, force: true }); // a half-made cluster would look like a whole one next time
  throw new Error(`PostgreSQL could not create ${folder.cluster}: ${result.stderr || String(result.error)}`);
}

function run({ prefix, uid, gid }: ServerAccount, command: readonly string[]) {
  const [program = '', ...args] = [...prefix, ...command];
  return spawnSync(program, args, { uid, gid, env: ENVIRONMENT, cwd: '/', encoding: 'utf8' });
}

/** After kill -9 the former server may still be shutting down, or be an orphan that nobody told to stop. */
async function waitForFormerServer(folder: DataFolder): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  let asked = false;
  for (let former = folder.postmaster; former; former = folder.postmaster) {
    if (processState(former.pid) !== 'running') {
      folder.forgetPostmaster();
      return;
    }
    if (!asked) process.kill(former.pid, 'SIGINT');
    asked = true;
    if (Date.now() > deadline) throw new Error(`Another PostgreSQL (process ${former.pid}) uses ${folder.cluster}.`);
    await sleep(50);
  }
}

function launch(
  folder: DataFolder,
  { postgres }: PostgresBinaries,
  account: ServerAccount,
  durable: boolean,
): ChildProcess {
  const settings = { listen_addresses: '', unix_socket_directories: folder.socketFolder, max_connections: '60' };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const options = Object.entries({ ...settings, ...(durable ? {} : fast) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const command = [...account.prefix, ...diesWithParent('INT'), postgres, '-D', folder.cluster, ...options];
  const [program = '', ...args] = command;
  const log = openSync(folder.logFile, 'a', 0o600);
  const { uid, gid } = account;
  // Its own process group: Ctrl-C in the terminal reaches only Jixiao, which stops the server when it is done.
  return spawn(program, args, { uid, gid, env: ENVIRONMENT, cwd: '/', stdio: ['ignore', log, log], detached: true });
}

async function waitUntilReady(folder: DataFolder, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(folder.postmaster?.ready && folder.postmaster.pid === server.pid)) {
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > deadline) {
      server.kill('SIGINT');
      throw new Error(
        `The embedded PostgreSQL did not start; see ${folder.logFile}. / 内置 PostgreSQL 未能启动，见 ${folder.logFile}。`,
      );
    }
    await sleep(15);
  }
}

async function stop(folder: DataFolder, server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const exited = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await exited;
  }
  if (existsSync(folder.socketFolder)) rmSync(folder.socketFolder, { recursive: true, force: true });
  folder.release();
}
