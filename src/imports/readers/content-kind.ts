const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['DOCX/XLSX', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC/XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
];

/** What the bytes are by their own beginning; the file name is only a claim (a PDF renamed .txt is a PDF). */
export function contentKind(bytes: Uint8Array): string {
  const signature = SIGNATURES.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (signature) return signature[0];
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  if (/^(?:ï»¿)?\s*<(?:!doctype html|html|\?xml)/.test(start)) return 'HTML/XML';
  if (hasUtf16Mark(bytes)) return 'text';
  return isBinary(bytes) ? 'binary' : 'text';
}

const hasUtf16Mark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** A NUL byte never stands in text; other control characters may slip in (form feeds, escapes), but rarely. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, 65_536);
  const controls = sample.reduce((count, byte) => count + Number(byte < 0x20 && (byte < 0x09 || byte > 0x0d)), 0);
  return controls * 100 > sample.length;
}
