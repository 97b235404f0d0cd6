import { spawnSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import { noAccount } from './errors.js';

/** How to run a PostgreSQL program, which refuses to run as root. */
export interface ServerAccount {
  /** Put in front of the command line. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Hands a file or folder to the account. */
  own(file: string): void;
}

// Inside its own user namespace the server sees root's files as its own: nothing changes owner, and a data folder
// below a 0700 home folder stays reachable.
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
const nothing = (): void => undefined;

export function chooseServerAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return { prefix: [], own: nothing };
  if (succeeds([...NAMESPACE, 'true'])) return { prefix: NAMESPACE, own: nothing };
  const user = ['postgres', 'nobody'].find((name) => succeeds(['id', '-u', name]));
  if (!user) throw noAccount();
  const [uid, gid] = [numberOf(['id', '-u', user]), numberOf(['id', '-g', user])];
  return {
    prefix: [],
    uid,
    gid,
    own: (file) => {
      chownSync(file, uid, gid);
    },
  };
}

function succeeds([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args).status === 0;
}

function numberOf([program = '', ...args]: readonly string[]): number {
  return Number(spawnSync(program, args, { encoding: 'utf8' }).stdout);
}
