import { ImportError } from '../import-error.js';
import type { TableDocument } from '../table-model.js';
import { contentKind } from './content-kind.js';
import type { Reader } from './reader.js';
import { textReader } from './text-reader.js';

/** A new format is one more reader here. */
const READERS: readonly Reader[] = [textReader];
const MOST_BYTES = 20 * 1024 * 1024;

/** Reads a document by what its bytes are. @throws ImportError when it is empty, too large or of no known format. */
export function readDocument(bytes: Uint8Array, fileName: string): TableDocument {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  if (bytes.every((byte) => byte <= 0x20 && byte > 0)) throw empty();
  const kind = contentKind(bytes);
  const reader = READERS.find((candidate) => candidate.reads(kind));
  if (!reader) throw kind === 'binary' ? binary() : unsupported(kind);
  return reader.read(bytes, fileName);
}

const tooLarge = () =>
  new ImportError('document-too-large', null, {
    zh: '文件超过 20 MB。请只保留绩效目标表所在的页后重试。',
    en: 'The file is larger than 20 MB. Keep only the pages with the target sheets and try again.',
  });

const empty = () =>
  new ImportError('document-empty', null, {
    zh: '文件是空的。请检查是否选对了文件，或重新下载。',
    en: 'The file is empty. Check that it is the right file, or download it again.',
  });

const binary = () =>
  new ImportError('document-unreadable', null, {
    zh: '文件内容不是文字（含有二进制数据），可能已损坏。请重新下载原文件后重试。',
    en: 'The file is not text (it contains binary data) and may be damaged. Download the original again.',
  });

const unsupported = (kind: string) =>
  new ImportError('format-unsupported', null, {
    zh: `文件内容是 ${kind} 格式，暂不能读取。请另存为文本（表格列以制表符分隔）后重试。`,
    en: `The contents are ${kind}, which cannot be read. Save it as plain text (columns separated by tabs) and try again.`,
  });
