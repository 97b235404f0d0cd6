import { ZipArchive } from '../../common/documents/zip-archive.js';
import { csvSeparator } from './csv/csv-separator.js';
import { decodeText, utf16Order } from './decode-text.js';

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['container', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
];
/** What a zip file is, by an entry that it must have. */
const PACKAGES: readonly (readonly [string, string])[] = [
  ['DOCX', 'word/document.xml'],
  ['XLSX', 'xl/workbook.xml'],
  ['PPTX', 'ppt/presentation.xml'],
  ['OFD', 'OFD.xml'],
  ['ODF', 'content.xml'],
];
/** What the old binary container of Office is, by a stream that it must have; WPS writes the same. */
const CONTAINERS: readonly (readonly [string, string])[] = [
  ['encrypted', 'EncryptedPackage'],
  ['PPT', 'PowerPoint Document'],
  ['DOC', 'WordDocument'],
  ['XLS', 'Workbook'],
  ['XLS', 'Book'],
];
/** What XML is, by the name space of its vocabulary. */
const VOCABULARIES: readonly (readonly [string, string])[] = [
  ['XMLSS', 'urn:schemas-microsoft-com:office:spreadsheet'],
  ['WORDML', 'http://schemas.microsoft.com/office/word/2003/wordml'],
];
/** A PDF may begin with a few bytes of something else; readers look for its mark in the first kilobyte. */
const PDF_MARK = Buffer.from('%PDF-');
const MARKUP = /^(?:ï»¿)?\s*<(?:!doctype|!--|html|head|body|meta|table|div|p|h\d|\?xml)\b/;
/** A web page in one file begins like a mail. */
const MIME = /^(?:ï»¿)?\s*(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){0,20}?(?:mime-version:|content-type:\s*multipart\/)/i;

/** What the bytes are by their own beginning; the file name is only a claim (a PDF renamed .txt is a PDF). */
export async function contentKind(bytes: Uint8Array): Promise<string> {
  const start = Buffer.from(bytes.subarray(0, 1024));
  const kind = SIGNATURES.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0];
  if (kind === 'ZIP') return zipKind(await ZipArchive.open(bytes));
  if (kind === 'container') return containerKind(bytes);
  if (kind) return kind;
  if (start.includes(PDF_MARK)) return 'PDF';
  const head = start.toString('latin1');
  if (MARKUP.test(head.trimStart().toLowerCase()))
    return VOCABULARIES.find(([, namespace]) => head.includes(namespace))?.[0] ?? 'HTML';
  if (!hasUtf16Mark(bytes) && isBinary(bytes)) return 'binary';
  if (MIME.test(head)) return 'MHTML';
  return csvSeparator(decodeText(bytes)) === null ? 'text' : 'CSV';
}

/** Of a zip file: what it is a document of, or `ZIP` where it only holds files. */
export const packageKind = (archive: ZipArchive): string =>
  PACKAGES.find(([, entry]) => archive.has(entry))?.[0] ?? 'ZIP';

/** Texts and workbooks of OpenDocument look alike but for what the package says of itself. */
async function zipKind(archive: ZipArchive): Promise<string> {
  const kind = packageKind(archive);
  if (kind !== 'ODF') return kind;
  const type = (await archive.read('mimetype'))?.toString('latin1') ?? '';
  if (type.includes('opendocument.spreadsheet')) return 'ODS';
  return type.includes('opendocument.text') ? 'ODT' : kind;
}

/** Names of streams stand in the directory of the container as UTF-16, each ended by a NUL. */
function containerKind(bytes: Uint8Array): string {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => content.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  return CONTAINERS.find(([, stream]) => has(stream))?.[0] ?? 'OLE';
}

const hasUtf16Mark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** A NUL byte stands in no text but UTF-16; other control characters may slip in (form feeds, escapes), but rarely. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return utf16Order(bytes) === null;
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.reduce((count, byte) => count + Number(byte < 0x20 && (byte < 0x09 || byte > 0x0d)), 0);
  return controls * 100 > sample.length;
}
