import { createHash } from 'node:crypto';
import { encryptedDocument } from '../../common/documents/errors.js';
import type { DomainError } from '../../domain/domain-error.js';
import { ImportError } from '../import-error.js';
import type { TableDocument } from '../table-model.js';
import { contentKind } from './content-kind.js';
import type { Reader } from './reader.js';
import { toldTogether } from './told-together.js';

/** By what `contentKind` found; loaded when first needed, since the libraries behind them are large. */
const READERS: Readonly<Partial<Record<string, () => Promise<Reader>>>> = {
  text: async () => (await import('./text-reader.js')).textReader,
  CSV: async () => (await import('./csv/csv-reader.js')).csvReader,
  PDF: async () => (await import('./pdf/pdf-reader.js')).pdfReader,
  picture: async () => (await import('./ocr/picture-reader.js')).pictureReader,
  HTML: async () => (await import('./html/html-reader.js')).htmlReader,
  DOCX: async () => (await import('./docx/docx-reader.js')).docxReader,
  XLSX: async () => (await import('./xlsx/xlsx-reader.js')).xlsxReader,
  OFD: async () => (await import('./ofd/ofd-reader.js')).ofdReader,
  MHTML: async () => (await import('./html/mhtml-reader.js')).mhtmlReader,
  DOC: async () => (await import('./office-reader.js')).docReader,
  RTF: async () => (await import('./office-reader.js')).rtfReader,
  ODT: async () => (await import('./office-reader.js')).odtReader,
  XLS: async () => (await import('./office-reader.js')).xlsReader,
  XMLSS: async () => (await import('./office-reader.js')).xmlWorkbookReader,
  WORDML: async () => (await import('./office-reader.js')).xmlDocumentReader,
  ODS: async () => (await import('./office-reader.js')).odsReader,
};
const MOST_BYTES = 20 * 1024 * 1024;
const LONGEST_TITLE = 120;

/** Reads a document by what its bytes are. @throws DomainError when it is empty, too large, damaged or of no known format. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<TableDocument> {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  if (bytes.every((byte) => byte <= 0x20 && byte > 0)) throw empty();
  const kind = await contentKind(bytes);
  const reader = await READERS[kind]?.();
  if (!reader) throw refusal(kind);
  const { blocks, title, unseen = [], recognised } = await reader.read(bytes);
  const first = blocks.find((block) => block.kind === 'paragraph')?.text;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { format } = reader;
  const named = (title ?? first ?? fileName).slice(0, LONGEST_TITLE);
  const document = { title: named, format, sha256, blocks, unseen: toldTogether(unseen) };
  return recognised ? { ...document, recognised } : document;
}

function refusal(kind: string): DomainError {
  if (kind === 'encrypted') return encryptedDocument();
  if (kind === 'RAR' || kind === '7Z') return archive(kind);
  return kind === 'binary' ? binary() : unsupported(kind);
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

const archive = (kind: string) =>
  new ImportError('format-unsupported', null, {
    zh: `这是 ${kind} 压缩文件，不能直接读取。请解压后上传其中的文件，或另存为 ZIP 后重试。`,
    en: `This is a ${kind} archive, which cannot be read. Unpack it and upload the files, or save it as ZIP and try again.`,
  });

const unsupported = (kind: string) =>
  new ImportError('format-unsupported', null, {
    zh: `文件内容是 ${kind} 格式，暂不能读取。请另存为 PDF、DOCX 或 XLSX 后重试。`,
    en: `The contents are ${kind}, which cannot be read. Save it as PDF, DOCX or XLSX and try again.`,
  });
