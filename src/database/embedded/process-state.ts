import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export type ProcessState = 'running' | 'zombie' | 'gone';

/** A zombie has died but not yet been collected by its parent: it holds no files and no memory any more. */
export function processState(pid: number): ProcessState {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'running' : 'gone';
  }
  return procStat(pid)?.[0] === 'Z' ? 'zombie' : 'running';
}

/** When the process started, in clock ticks since boot; tells a process from a later one with the same number. */
export function startTime(pid: number): string {
  return procStat(pid)?.[19] ?? '';
}

/**
 * Processes of a PostgreSQL server that work in the folder, such as those that outlive a postmaster which was killed.
 * Where there is no /proc, none is found.
 */
export function postgresProcesses(cluster: string): number[] {
  return numbersOfProcesses().filter((pid) => isPostgres(pid) && workingFolder(pid) === cluster);
}

/** Whether that number still is, or may be, the server of the folder: somebody else may have it by now. */
export function mayServe(pid: number, cluster: string): boolean {
  if (processState(pid) !== 'running') return false;
  if (process.platform !== 'linux') return true;
  return isPostgres(pid) && [cluster, undefined].includes(workingFolder(pid));
}

const isPostgres = (pid: number): boolean =>
  readOrNothing(() => readFileSync(`/proc/${pid}/comm`, 'utf8')) === 'postgres\n';

/** undefined where the kernel does not tell, as of another user's process in a container. */
const workingFolder = (pid: number): string | undefined => readOrNothing(() => readlinkSync(`/proc/${pid}/cwd`));

const numbersOfProcesses = (): number[] =>
  (readOrNothing(() => readdirSync('/proc')) ?? []).map(Number).filter(Number.isInteger);

function readOrNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Fields of /proc/PID/stat from the state on (proc(5)); the name before them may itself hold spaces and brackets. */
const procStat = (pid: number): string[] | undefined =>
  readOrNothing(() =>
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' '),
  );
