import { readFileSync } from 'node:fs';

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
