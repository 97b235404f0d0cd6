import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { diesWithParent } from '../../common/dies-with-parent.js';
import { ENVIRONMENT, type ServerPlan } from './cluster.js';
import type { DataFolder } from './data-folder.js';
import { diskFull, folderInUse, folderUnusable, startFailed } from './errors.js';
import { mayServe, postgresProcesses } from './process-state.js';

const START_LIMIT_MS = 60_000;
const POLL_MS = 15;
const LEAST_ROOM = 1024 * 1024;

/** One life of the server, from its start to its exit. */
export class PostgresServer {
  readonly exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.exited = new Promise((resolve) => {
      child.once('exit', resolve).once('error', resolve);
    });
  }

  /** Starts it, when nothing of a former one is left. @throws DomainError when it does not get ready */
  static async start(plan: ServerPlan, onLaunch: (server: PostgresServer) => void): Promise<PostgresServer> {
    const { folder, account } = plan;
    await waitForFormerServer(folder);
    folder.createSocketFolder();
    account.own(folder.socketFolder);
    const said = startOfSaying(folder);
    const server = new PostgresServer(launch(plan));
    onLaunch(server);
    if (!(await server.becomesReady(folder))) {
      await server.stop();
      throw startProblem(folder, said());
    }
    return server;
  }

  get lives(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends all sessions, writes what is in memory, exits. */
  async stop(): Promise<void> {
    if (!this.lives) return;
    this.child.kill('SIGINT');
    await this.exited;
  }

  /** At once, whatever it is doing; its sessions are ended before the next start. */
  kill(): void {
    if (this.lives) this.child.kill('SIGKILL');
  }

  private async becomesReady(folder: DataFolder): Promise<boolean> {
    const deadline = Date.now() + START_LIMIT_MS;
    while (this.lives && Date.now() < deadline) {
      if (folder.postmaster?.ready && folder.postmaster.pid === this.child.pid) return true;
      await sleep(POLL_MS);
    }
    return false;
  }
}

/**
 * Its log has no values: what a statement breaks is told by the service, who knows what may be written down. What is left
 * says how the server itself fares.
 */
const SILENT_ON_VALUES = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

function launch({ folder, binaries, account, durable }: ServerPlan): ChildProcess {
  const settings = { listen_addresses: '', unix_socket_directories: folder.socketFolder, max_connections: '100' };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const options = Object.entries({ ...settings, ...SILENT_ON_VALUES, ...(durable ? {} : fast) }).flatMap(
    ([key, value]) => ['-c', `${key}=${value}`],
  );
  const command = [...account.prefix, ...diesWithParent('INT'), binaries.postgres, '-D', folder.cluster, ...options];
  const [program = '', ...args] = command;
  const log = openLog(folder);
  const { uid, gid } = account;
  // Its own process group: Ctrl-C in the terminal reaches only Jixiao, which stops the server when it is done.
  const stdio = ['ignore', log, log] as const;
  const child = spawn(program, args, { uid, gid, env: ENVIRONMENT, cwd: '/', stdio: [...stdio], detached: true });
  closeSync(log);
  return child;
}

function openLog({ root, logFile }: DataFolder): number {
  try {
    return openSync(logFile, 'a', 0o600);
  } catch (error) {
    throw folderUnusable(root, error);
  }
}

/**
 * After kill -9 of the service the former server may still be shutting down, or be an orphan that nobody told to stop. After
 * kill -9 of the server itself its sessions may go on for a while, and PostgreSQL does not start beside them; what they hold
 * in memory is lost already, and what was acknowledged lies in the log.
 */
async function waitForFormerServer(folder: DataFolder): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  const cluster = realpathSync(folder.cluster);
  let asked = false;
  for (let former = folder.postmaster; former; former = folder.postmaster) {
    if (!mayServe(former.pid, cluster)) break;
    if (!asked) process.kill(former.pid, 'SIGINT');
    asked = true;
    if (Date.now() > deadline) throw folderInUse(cluster, former.pid);
    await sleep(50);
  }
  for (let left = postgresProcesses(cluster); left.length > 0; left = postgresProcesses(cluster)) {
    for (const pid of left) kill(pid);
    if (Date.now() > deadline) throw folderInUse(cluster, left[0] ?? 0);
    await sleep(POLL_MS);
  }
  folder.forgetPostmaster();
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone meanwhile
  }
}

/** @returns what the server has written into its log from now on */
function startOfSaying({ logFile }: DataFolder): () => string {
  const before = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  return () => readFileSync(logFile).subarray(before).toString('utf8');
}

/** On a full disk not even the complaint finds room. */
function isFull(root: string): boolean {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize < LEAST_ROOM;
}

function startProblem({ root, logFile }: DataFolder, said: string) {
  if (isFull(root) || said.includes('No space left on device')) return diskFull(root);
  const complaint = said.split('\n').findLast((line) => /\b(FATAL|PANIC|ERROR):/.test(line));
  return startFailed(logFile, complaint ?? '');
}
