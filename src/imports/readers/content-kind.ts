import { ZipArchive } from '../../common/documents/zip-archive.js';
import { utf16Order } from './decode-text.js';

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC/XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
];
/** What a zip file is, by an entry that it must have. */
const PACKAGES: readonly (readonly [string, string])[] = [
  ['DOCX', 'word/document.xml'],
  ['XLSX', 'xl/workbook.xml'],
  ['PPTX', 'ppt/presentation.xml'],
  ['OFD', 'OFD.xml'],
  ['ODT/ODS', 'content.xml'],
];
/** A PDF may begin with a few bytes of something else; readers look for its mark in the first kilobyte. */
const PDF_MARK = Buffer.from('%PDF-');
const MARKUP = /^(?:ï»¿)?\s*<(?:!doctype|!--|html|head|body|meta|table|div|p|h\d|\?xml)\b/;

/** What the bytes are by their own beginning; the file name is only a claim (a PDF renamed .txt is a PDF). */
export async function contentKind(bytes: Uint8Array): Promise<string> {
  const start = Buffer.from(bytes.subarray(0, 1024));
  const kind = SIGNATURES.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0];
  if (kind === 'ZIP') return packageKind(await ZipArchive.open(bytes));
  if (kind === 'DOC/XLS') return isEncryptedPackage(bytes) ? 'encrypted' : kind;
  if (kind) return kind;
  if (start.includes(PDF_MARK)) return 'PDF';
  if (MARKUP.test(start.toString('latin1').trimStart().toLowerCase())) return 'HTML';
  if (hasUtf16Mark(bytes)) return 'text';
  return isBinary(bytes) ? 'binary' : 'text';
}

/** Of a zip file: what it is a document of, or `ZIP` where it only holds files. */
export const packageKind = (archive: ZipArchive): string =>
  PACKAGES.find(([, entry]) => archive.has(entry))?.[0] ?? 'ZIP';

/** Office wraps a document with a password into the old binary container. */
const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

const hasUtf16Mark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** A NUL byte stands in no text but UTF-16; other control characters may slip in (form feeds, escapes), but rarely. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return utf16Order(bytes) === null;
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.reduce((count, byte) => count + Number(byte < 0x20 && (byte < 0x09 || byte > 0x0d)), 0);
  return controls * 100 > sample.length;
}
