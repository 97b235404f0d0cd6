import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { DomainError } from '../../domain/domain-error.js';
import { damagedDocument, encryptedDocument } from './document-errors.js';

/** Far more than any office document has. */
const MOST_ENTRIES = 5_000;
const MOST_INFLATED_MEGABYTES = 100;

/**
 * The entries of a zip file such as DOCX or XLSX. It is inspected before anything is inflated: a file of 10 KB can hold
 * 4 GB of zeros. Open untrusted zip files only through here.
 */
export class ZipArchive {
  private constructor(
    private readonly file: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws DomainError `document-unreadable`, `document-encrypted`, `document-too-large` */
  static async open(bytes: Uint8Array): Promise<ZipArchive> {
    return ZipArchive.inspect(fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  }

  /** As `open`, of a file that stays on the disk and open until `close`. */
  static async openFile(path: string): Promise<ZipArchive> {
    return ZipArchive.inspect(openPromise(path, { autoClose: false }));
  }

  private static async inspect(opening: Promise<ZipFile>): Promise<ZipArchive> {
    let file: ZipFile | undefined;
    try {
      file = await opening;
      return new ZipArchive(file, await inspected(file));
    } catch (error) {
      file?.close();
      throw error instanceof DomainError ? error : damagedDocument();
    }
  }

  close(): void {
    this.file.close();
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** null where there is no such entry. @throws DomainError `document-unreadable` */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const chunks: Buffer[] = [];
    for await (const chunk of this.inflate(entry)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /**
   * Inflates everything and keeps nothing, for libraries that open the file themselves: the sizes that the file
   * declares, and that were checked, need not be true.
   * @throws DomainError `document-unreadable`
   */
  async verify(): Promise<void> {
    for (const entry of this.entries.values()) for await (const _ of this.inflate(entry));
  }

  /** yauzl ends with an error as soon as an entry is longer than it declares. */
  private async *inflate(entry: Entry): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of await this.file.openReadStreamPromise(entry)) yield chunk as Buffer;
    } catch {
      throw damagedDocument();
    }
  }
}

async function inspected(file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > MOST_ENTRIES) throw tooLarge();
  const entries = new Map<string, Entry>();
  let inflated = 0;
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) throw encryptedDocument();
    inflated += entry.uncompressedSize;
    if (inflated > MOST_INFLATED_MEGABYTES * 1024 * 1024) throw tooLarge();
    entries.set(entry.fileName, entry);
  }
  return entries;
}

const tooLarge = () =>
  new DomainError('document-too-large', {
    zh: `文件解压后超过 ${MOST_INFLATED_MEGABYTES} MB 或 ${MOST_ENTRIES} 个部分。请只保留需要的部分后重试。`,
    en: `Inflated, the file is larger than ${MOST_INFLATED_MEGABYTES} MB or has more than ${MOST_ENTRIES} parts. Keep only what is needed and try again.`,
  });
