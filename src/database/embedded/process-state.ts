import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

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
  return numbersOfProcesses().filter((pid) => {
    const isPostgres = path.basename(link(pid, 'exe')).startsWith('postgres');
    return isPostgres && link(pid, 'cwd') === cluster && processState(pid) === 'running';
  });
}

const numbersOfProcesses = (): number[] => {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

function link(pid: number, name: 'exe' | 'cwd'): string {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return ''; // gone meanwhile, or somebody else's
  }
}

/** Fields of /proc/PID/stat from the state on (proc(5)); the name before them may itself hold spaces and brackets. */
function procStat(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}
