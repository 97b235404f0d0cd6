import { buffer } from 'node:stream/consumers';
import { MIGRATIONS } from '../../migrations/index.js';
import { DomainError } from '../domain/domain-error.js';
import { type Member, measured, membersOf } from './archive-reader.js';
import {
  type BackupHead,
  FILES_FOLDER,
  FORMAT,
  HEAD_MEMBER,
  type Manifest,
  MANIFEST_MEMBER,
  type Measured,
  SETTINGS_MEMBER,
  tableMember,
} from './backup-manifest.js';
import { backupDamaged, backupNewer, notABackup } from './errors.js';
import { type Opener, unsealed } from './sealing.js';

/** A backup as it lies on a disk, to be read from beginning to end, as often as needed. */
export class BackupFile {
  constructor(
    readonly file: string,
    private readonly opener: Opener,
  ) {}

  /** @throws DomainError `not-found`, `backup-key-missing`, `backup-key-wrong`, `backup-damaged` */
  async *members(): AsyncGenerator<Member> {
    try {
      yield* membersOf(await unsealed(this.file, this.opener));
    } catch (error) {
      throw error instanceof DomainError ? error : backupDamaged(this.file, messageOf(error));
    }
  }

  /**
   * Reads the whole file and compares every part with what the manifest says of it: before anything is restored it is known
   * that all of it can be.
   * @throws DomainError `backup-unreadable`, `backup-newer`, `backup-damaged`, and those of `members`
   */
  async check(): Promise<Manifest> {
    const found = new Map<string, Measured>();
    let manifest: Manifest | undefined;
    for await (const { name, content } of this.members()) {
      if (found.size === 0) this.checkHead(name, name === HEAD_MEMBER ? await json(content) : undefined);
      if (name === MANIFEST_MEMBER) manifest = (await json(content)) as Manifest;
      else found.set(name, await measured(content));
    }
    if (found.size === 0) throw notABackup(this.file);
    if (!manifest) throw backupDamaged(this.file, 'manifest.json');
    for (const [name, said] of partsOf(manifest)) this.compare(name, said, found.get(name));
    this.compareFiles(manifest, found);
    this.checkMigrations(manifest);
    return manifest;
  }

  private checkHead(name: string, head: unknown): void {
    const { product, format } = (head ?? {}) as Partial<BackupHead>;
    if (name !== HEAD_MEMBER || product !== 'jixiao' || typeof format !== 'number') throw notABackup(this.file);
    if (format > FORMAT) throw backupNewer(this.file, `format ${format}`);
  }

  private checkMigrations({ migrations }: Manifest): void {
    const known = MIGRATIONS.map(({ name }) => name);
    const unknown = migrations.find((name) => !known.includes(name));
    if (unknown !== undefined) throw backupNewer(this.file, unknown);
  }

  private compare(name: string, said: Measured, found: Measured | undefined): void {
    if (found?.bytes !== said.bytes || found.sha256 !== said.sha256) throw backupDamaged(this.file, name);
  }

  /** A file's name is its hash, unless it had been altered before. */
  private compareFiles({ files }: Manifest, found: ReadonlyMap<string, Measured>): void {
    let [count, bytes] = [0, 0];
    for (const [name, measuredFile] of found) {
      if (!name.startsWith(FILES_FOLDER)) continue;
      const sha256 = name.slice(FILES_FOLDER.length);
      if (measuredFile.sha256 !== sha256 && !files.altered.includes(sha256)) throw backupDamaged(this.file, name);
      count += 1;
      bytes += measuredFile.bytes;
    }
    if (count !== files.count || bytes !== files.bytes) throw backupDamaged(this.file, FILES_FOLDER);
  }
}

const partsOf = (manifest: Manifest): (readonly [string, Measured])[] => [
  [SETTINGS_MEMBER, manifest.settings],
  ...manifest.tables.map((table) => [tableMember(table.name), table] as const),
];

async function json(content: AsyncIterable<Uint8Array>): Promise<unknown> {
  try {
    return JSON.parse((await buffer(content)).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
