import { open, readFile, stat } from 'node:fs/promises';
import { ZipArchive, type ZipLimits, type ZippedFile } from '../../common/documents/zip-archive.js';
import { DomainError } from '../../domain/domain-error.js';
import { safeFilePath } from '../../files/file-name.js';
import { ImportError } from '../import-error.js';
import { packageKind } from '../readers/content-kind.js';

/** A file as somebody gave it: its own name, and where it lies now. */
export interface GivenFile {
  readonly name: string;
  readonly path: string;
}

export interface UploadedDocument {
  /** With the zip file within the upload and the folders that it lies in: `财政局.zip/项目/扫描.docx`. */
  readonly name: string;
  /**
   * Inflated when it is asked for, which is before the next document is: only one of hundreds is held.
   * @throws DomainError about this document alone
   */
  content(): Promise<Uint8Array>;
}

/** Of all that one upload holds, zip files within it counted too. */
const MOST: ZipLimits = { entries: 2_000, megabytes: 500 };
/** As much as is read of one document; a zip file within another is held as a whole, too. */
const LARGEST_MEGABYTES = 20;
const MEGABYTE = 1024 * 1024;
/** What systems and office programs put beside people's files. */
const OF_THE_SYSTEM = /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\._[^/]*)$/i;

/**
 * The documents of an upload: the file itself, or, where it is a zip file of documents, those in it and in the zip files
 * among them, in the order of the file. A zip file that cannot be opened is one document, which says so.
 */
export async function* documentsIn({ name, path }: GivenFile): AsyncGenerator<UploadedDocument> {
  let archive: ZipArchive | null = null;
  try {
    archive = (await isZip(path)) ? await ZipArchive.openFile(path, MOST) : null;
    if (archive && packageKind(archive) === 'ZIP') yield* new Batch().documents(archive);
    else yield { name, content: () => contentOfFile(path) };
  } catch (error) {
    yield refused(name, error);
  } finally {
    archive?.close();
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(2), length: 2 });
    return buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}

class Batch {
  private left = MOST;

  async *documents(archive: ZipArchive): AsyncGenerator<UploadedDocument> {
    this.take(archive);
    const files = filesOf(archive);
    if (files.length === 0) throw nothingInside();
    for (const file of files) {
      if (/\.zip$/i.test(file.name)) yield* this.inside(file);
      else yield { name: file.name, content: () => contentOf(file) };
    }
  }

  /** What is wrong with a zip file within the upload is no fault of the others. */
  private async *inside(file: ZippedFile): AsyncGenerator<UploadedDocument> {
    try {
      const archive = await ZipArchive.open(await contentOf(file), this.left);
      this.take(archive);
      const files = filesOf(archive);
      if (files.length === 0) throw nothingInside();
      for (const inner of files) {
        const name = `${file.name}/${inner.name}`;
        yield { name, content: () => (/\.zip$/i.test(name) ? Promise.reject(tooDeep()) : contentOf(inner)) };
      }
    } catch (error) {
      yield refused(file.name, error);
    }
  }

  private take({ files }: ZipArchive): void {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    this.left = { entries: this.left.entries - files.length, megabytes: this.left.megabytes - bytes / MEGABYTE };
  }
}

const filesOf = ({ files }: ZipArchive): ZippedFile[] =>
  files
    .filter(({ name }) => !name.endsWith('/') && isSomebodys(name))
    .map((file) => ({ ...file, name: safeFilePath(file.name) }));

/** No file that a system or an office program put beside people's own. */
export const isSomebodys = (name: string): boolean => !OF_THE_SYSTEM.test(name);

function refused(name: string, error: unknown): UploadedDocument {
  if (!(error instanceof DomainError)) throw error;
  return { name, content: () => Promise.reject(error) };
}

async function contentOf(file: ZippedFile): Promise<Uint8Array> {
  if (file.size > LARGEST_MEGABYTES * MEGABYTE) throw tooLargeInside();
  return file.read();
}

async function contentOfFile(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > LARGEST_MEGABYTES * MEGABYTE) throw tooLarge();
  return readFile(path);
}

const tooLarge = () =>
  new DomainError('too-large', 'file-too-large', {
    zh: `文件超过 ${LARGEST_MEGABYTES} MB。请只保留绩效目标表所在的页后重试。`,
    en: `The file is larger than ${LARGEST_MEGABYTES} MB. Keep only the pages with the target sheets and try again.`,
  });

const tooLargeInside = () =>
  new ImportError('document-too-large', null, {
    zh: `压缩包中的这个文件超过 ${LARGEST_MEGABYTES} MB。请只保留绩效目标表所在的页后重试。`,
    en: `This file of the zip file is larger than ${LARGEST_MEGABYTES} MB. Keep only the pages with the target sheets and try again.`,
  });

const tooDeep = () =>
  new ImportError('format-unsupported', null, {
    zh: '压缩包里的压缩包里还有压缩包，没有读取。请先解压这一个，再上传。',
    en: 'This zip file lies in a zip file within a zip file and was not read. Unpack it first, then upload it.',
  });

const nothingInside = () =>
  new ImportError('document-empty', null, {
    zh: '压缩包里没有文件。请检查是否选对了文件。',
    en: 'There is no file in the zip file. Check that it is the right one.',
  });
