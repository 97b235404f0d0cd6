import { createHash } from 'node:crypto';
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
  MANIFEST_HASH_MEMBER,
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
    const members = this.told(membersOf(await unsealed(this.file, this.opener)));
    for await (const { name, content } of members) yield { name, content: this.told(content) };
  }

  /** What goes wrong while the file is read means that it is damaged. */
  private async *told<T>(read: AsyncIterable<T>): AsyncGenerator<T> {
    const reading = read[Symbol.asyncIterator]();
    const next = () =>
      reading.next().catch((error: unknown) => {
        throw error instanceof DomainError ? error : backupDamaged(this.file, String(error));
      });
    for (let one = await next(); !one.done; one = await next()) yield one.value;
  }

  /**
   * Reads the whole file and compares every part with what the manifest says of it: before anything is restored it is known
   * that all of it can be.
   * @throws DomainError `backup-unreadable`, `backup-newer`, `backup-damaged`, and those of `members`
   */
  async check(): Promise<Manifest> {
    const found = new Map<string, Measured>();
    let [text, hash]: [Buffer | undefined, string | undefined] = [undefined, undefined];
    try {
      for await (const { name, content } of this.members()) {
        if (found.size === 0) this.checkHead(name === HEAD_MEMBER ? await json(content) : undefined);
        // Which of two would be restored?
        if (found.has(name) || (name === MANIFEST_MEMBER && text)) throw backupDamaged(this.file, name);
        if (name === MANIFEST_MEMBER) text = await buffer(content);
        else if (name === MANIFEST_HASH_MEMBER) hash = (await buffer(content)).toString('latin1');
        else found.set(name, await measured(content));
      }
    } catch (error) {
      throw found.size === 0 && (error as DomainError).code === 'backup-damaged' ? notABackup(this.file) : error;
    }
    if (!text || hash?.startsWith(sha256Of(text)) !== true) throw backupDamaged(this.file, MANIFEST_MEMBER);
    const manifest = JSON.parse(text.toString('utf8')) as Manifest;
    for (const [name, said] of partsOf(manifest)) this.compare(name, said, found.get(name));
    this.compareFiles(manifest, found);
    this.checkMigrations(manifest);
    return manifest;
  }

  private checkHead(head: unknown): void {
    const { product, format } = (head ?? {}) as Partial<BackupHead>;
    if (product !== 'jixiao' || typeof format !== 'number') throw notABackup(this.file);
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

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function json(content: AsyncIterable<Uint8Array>): Promise<unknown> {
  try {
    return JSON.parse((await buffer(content)).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
