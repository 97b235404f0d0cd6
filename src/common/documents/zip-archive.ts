import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { DomainError } from '../../domain/domain-error.js';
import { decoded } from './decoded.js';
import { damagedDocument, encryptedDocument, tooMuchInflated } from './errors.js';

export interface ZipLimits {
  readonly entries: number;
  /** Of all entries together, inflated. */
  readonly megabytes: number;
}
export interface ZippedFile {
  readonly name: string;
  /** As it says itself. */
  readonly size: number;
  /** @throws DomainError `document-unreadable`, `document-encrypted` */
  read(): Promise<Buffer>;
  /** As `read`, bit by bit. */
  chunks(): AsyncIterable<Buffer>;
}
/** Far more than any office document has. */
const OF_A_DOCUMENT: ZipLimits = { entries: 5_000, megabytes: 100 };

/**
 * The entries of a zip file such as DOCX or XLSX. It is inspected before anything is inflated: a file of 10 KB can hold
 * 4 GB of zeros. Open untrusted zip files only through here.
 */
export class ZipArchive {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: readonly NamedEntry[],
  ) {}

  /** @throws DomainError `document-unreadable`, `document-too-large` */
  static async open(bytes: Uint8Array, limits = OF_A_DOCUMENT): Promise<ZipArchive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return ZipArchive.inspect(fromBufferPromise(buffer, { decodeStrings: false }), limits);
  }

  /** As `open`, of a file that stays on the disk and open until `close`. */
  static async openFile(path: string, limits = OF_A_DOCUMENT): Promise<ZipArchive> {
    return ZipArchive.inspect(openPromise(path, { autoClose: false, decodeStrings: false }), limits);
  }

  private static async inspect(opening: Promise<ZipFile>, limits: ZipLimits): Promise<ZipArchive> {
    let file: ZipFile | undefined;
    try {
      file = await opening;
      return new ZipArchive(file, await inspected(file, limits));
    } catch (error) {
      file?.close();
      throw error instanceof DomainError ? error : damagedDocument();
    }
  }

  close(): void {
    this.file.close();
  }

  /** Names as they stand in the file, with folders before them; two entries can have the same. */
  get files(): readonly ZippedFile[] {
    return this.entries.map(({ name, entry }) => ({
      name,
      size: entry.uncompressedSize,
      read: () => this.contentsOf(entry),
      chunks: () => this.inflate(entry),
    }));
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /** null where there is no such entry. @throws DomainError `document-unreadable`, `document-encrypted` */
  async read(name: string): Promise<Buffer | null> {
    const found = this.entries.find((entry) => entry.name === name);
    return found ? this.contentsOf(found.entry) : null;
  }

  /**
   * Inflates everything and keeps nothing, for libraries that open the file themselves: the sizes that the file
   * declares, and that were checked, need not be true.
   * @throws DomainError `document-unreadable`, `document-encrypted`
   */
  async verify(): Promise<void> {
    for (const { entry } of this.entries) for await (const _ of this.inflate(entry));
  }

  private async contentsOf(entry: Entry): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.inflate(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** yauzl ends with an error as soon as an entry is longer than it declares; whether it is whole only the sum tells. */
  private async *inflate(entry: Entry): AsyncGenerator<Buffer> {
    if (entry.isEncrypted()) throw encryptedDocument();
    const stream = await this.file.openReadStreamPromise(entry).catch(() => null);
    if (!stream) throw damagedDocument();
    let sum = 0;
    try {
      for await (const chunk of stream) {
        sum = crc32(chunk as Buffer, sum);
        yield chunk as Buffer;
      }
    } catch {
      throw damagedDocument();
    }
    if (sum !== entry.crc32) throw damagedDocument();
  }
}

interface NamedEntry {
  readonly name: string;
  readonly entry: Entry;
}

async function inspected(file: ZipFile, limits: ZipLimits): Promise<NamedEntry[]> {
  if (file.entryCount > limits.entries) throw tooMuchInflated(limits);
  const entries: NamedEntry[] = [];
  let inflated = 0;
  for await (const entry of file.eachEntry()) {
    inflated += entry.uncompressedSize;
    if (inflated > limits.megabytes * 1024 * 1024) throw tooMuchInflated(limits);
    entries.push({ name: nameOf(entry), entry });
  }
  return entries;
}

/**
 * The standard knows UTF-8 (with a mark that many programs forget) and the code page of the first IBM PC. Chinese Windows
 * writes its own instead.
 */
const nameOf = ({ fileNameRaw }: Entry): string =>
  (decoded(fileNameRaw, 'utf-8') ?? decoded(fileNameRaw, 'gb18030') ?? fileNameRaw.toString('latin1')).replaceAll(
    '\\',
    '/',
  );
