import { spawnSync } from 'node:child_process';

/** Put in front of a command line, lets the kernel end the program when this process dies, even by kill -9 (Linux only). */
export function diesWithParent(signal: 'INT' | 'KILL'): string[] {
  const prefix = ['--pdeathsig', signal, '--'];
  return spawnSync('setpriv', [...prefix, 'true']).status === 0 ? ['setpriv', ...prefix] : [];
}
