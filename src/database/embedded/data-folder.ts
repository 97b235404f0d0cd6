import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFolder } from '../../common/make-folder.js';
import { folderUnusable, socketFolderForeign } from './errors.js';
import { processState, startTime } from './process-state.js';

/** Paths and small files of one embedded server: the cluster, its password, its owner, its log, its socket folder. */
export class DataFolder {
  readonly cluster: string;
  /** Where a cluster is made before it stands at its place, whole. */
  readonly draft: string;
  readonly passwordFile: string;
  readonly logFile: string;
  /** Outside the data folder, because the path of a unix socket may be 107 bytes at most. */
  readonly socketFolder: string;
  private readonly ownerFile: string;

  constructor(readonly root: string) {
    this.cluster = path.join(root, 'pg');
    this.draft = path.join(root, 'pg.new');
    this.passwordFile = path.join(root, 'pg.password');
    this.logFile = path.join(root, 'postgres.log');
    this.ownerFile = path.join(root, 'owner.pid');
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
    this.socketFolder = path.join(os.tmpdir(), `jixiao-${name}`);
  }

  /** @throws DomainError in words, where it is a file, cannot be written, or the disk is full */
  create(): void {
    try {
      makeFolder(this.root, 0o700);
    } catch (error) {
      throw folderUnusable(this.root, error);
    }
    this.createSocketFolder();
  }

  createSocketFolder(): void {
    mkdirSync(this.socketFolder, { recursive: true, mode: 0o700 });
    const uid = process.getuid?.();
    // Anybody may create names in /tmp: a folder that is not ours could hold a false server.
    if (uid !== undefined && uid !== 0 && lstatSync(this.socketFolder).uid !== uid)
      throw socketFolderForeign(this.socketFolder);
  }

  /** Cleaners of /tmp take it, and nobody can connect any more. */
  get hasSocket(): boolean {
    return existsSync(this.socketFile);
  }

  get socketFile(): string {
    return path.join(this.socketFolder, '.s.PGSQL.5432');
  }

  /** Major version of PostgreSQL whose data this is, such as `18`; undefined before the first start. */
  get clusterVersion(): string | undefined {
    return readLines(path.join(this.cluster, 'PG_VERSION'))[0];
  }

  /** Something lies where the cluster would, and it is none. */
  get isForeign(): boolean {
    return this.clusterVersion === undefined && existsSync(this.cluster) && readdirSync(this.cluster).length > 0;
  }

  /** Process number of the Jixiao server that runs on this folder, if one does. */
  get owner(): number | undefined {
    const [pid = '', started = ''] = this.readOwner();
    const alive = pid !== '' && processState(Number(pid)) === 'running' && startTime(Number(pid)) === started;
    return alive ? Number(pid) : undefined;
  }

  /** @throws DomainError as `create` */
  claim(): void {
    try {
      writeFileSync(this.ownerFile, `${process.pid}\n${startTime(process.pid)}\n`, { mode: 0o600 });
    } catch (error) {
      throw folderUnusable(this.root, error);
    }
  }

  release(): void {
    rmSync(this.ownerFile, { force: true });
  }

  private readOwner(): string[] {
    try {
      return readLines(this.ownerFile);
    } catch (error) {
      throw folderUnusable(this.root, error); // somebody else's
    }
  }

  newPassword(): void {
    writeFileSync(this.passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  }

  get url(): string {
    const password = readFileSync(this.passwordFile, 'utf8').trim();
    return `postgres://postgres:${password}@/postgres?host=${encodeURIComponent(this.socketFolder)}`;
  }

  /** What PostgreSQL itself says in postmaster.pid: its process number, and `ready` once it accepts connections. */
  get postmaster(): { pid: number; ready: boolean } | undefined {
    const lines = readLines(this.postmasterFile);
    return lines[0] ? { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' } : undefined;
  }

  forgetPostmaster(): void {
    rmSync(this.postmasterFile, { force: true });
  }

  private get postmasterFile(): string {
    return path.join(this.cluster, 'postmaster.pid');
  }
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}
