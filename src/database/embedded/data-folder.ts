import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeFolder } from '../../common/make-folder.js';
import { folderUnusable, socketFolderForeign } from './errors.js';
import { processState, startTime } from './process-state.js';

/** Whom the service is on the embedded server; the superuser owns the tables (ADR 20). */
export const SERVICE_ROLE = 'jixiao';

/** Paths and small files of one embedded server: the cluster, its password, its owner, its log, its socket folder. */
export class DataFolder {
  readonly cluster: string;
  /** Where a cluster is made before it stands at its place, whole. */
  readonly draft: string;
  readonly passwordFile: string;
  readonly servicePasswordFile: string;
  readonly logFile: string;
  /** Outside the data folder, because the path of a unix socket may be 107 bytes at most. */
  readonly socketFolder: string;
  private readonly ownerFile: string;

  constructor(readonly root: string) {
    this.cluster = path.join(root, 'pg');
    this.draft = path.join(root, 'pg.new');
    this.passwordFile = path.join(root, 'pg.password');
    this.servicePasswordFile = path.join(root, 'pg.service-password');
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
    try {
      mkdirSync(this.socketFolder, { mode: 0o700 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    this.checkSocketFolder();
    if ((lstatSync(this.socketFolder).mode & 0o077) !== 0) chmodSync(this.socketFolder, 0o700);
  }

  /**
   * Anybody may create names in /tmp: a folder of somebody else could hold a false server, which is told the password. Ours
   * belongs to us, or to the account that the server runs as, who has the password anyway.
   * @throws DomainError `socket-folder-foreign`
   */
  checkSocketFolder(): void {
    const [own, found] = [process.getuid?.(), lstatSync(this.socketFolder)];
    if (own === undefined) return;
    const servers = statSync(this.passwordFile, { throwIfNoEntry: false })?.uid;
    if (!found.isDirectory() || ![own, servers].includes(found.uid)) throw socketFolderForeign(this.socketFolder);
  }

  /** For a server that runs as another account: it may pass through the data folder to its own, and see nothing else. */
  letPass(): void {
    chmodSync(this.root, 0o711);
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

  newPassword(file = this.passwordFile): void {
    writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  }

  /** @returns it, made where there is none yet: folders of earlier versions have none */
  get servicePassword(): string {
    if (!existsSync(this.servicePasswordFile)) this.newPassword(this.servicePasswordFile);
    return readFileSync(this.servicePasswordFile, 'utf8').trim();
  }

  get addresses(): { url: string; ownerUrl: string } {
    const password = readFileSync(this.passwordFile, 'utf8').trim();
    return { url: this.urlOf(SERVICE_ROLE, this.servicePassword), ownerUrl: this.urlOf('postgres', password) };
  }

  private urlOf(role: string, password: string): string {
    return `postgres://${role}:${password}@/postgres?host=${encodeURIComponent(this.socketFolder)}`;
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
