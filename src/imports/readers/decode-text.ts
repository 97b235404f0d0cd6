import { decoded } from '../../common/documents/decoded.js';
import { ImportError } from '../import-error.js';

type Utf16 = 'utf-16le' | 'utf-16be';

const SAMPLE = 8_192;
/** What text of a table is made of; read in the wrong order, UTF-16 falls all over the code points. */
const USUAL = /[\t\r\n\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef≤≥—“”‘’…·]/g;

/** Text of unknown encoding: by its byte order mark, else UTF-8, else GB18030 (which contains GBK and GB2312). */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le') ?? unreadable();
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be') ?? unreadable();
  const order = bytes.includes(0) ? utf16Order(bytes) : null;
  if (order) return decoded(bytes, order) ?? unreadable();
  // UTF-8 first: valid UTF-8 with Chinese in it is practically never meant as GB18030, the reverse cannot be told.
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? unreadable();
}

/** UTF-16 that lost its mark is known by the letters that it gives; null for anything else. */
export function utf16Order(bytes: Uint8Array): Utf16 | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return null;
  const orders: readonly Utf16[] = ['utf-16le', 'utf-16be'];
  const found = orders.find((order) => {
    const text = decoded(bytes.subarray(0, SAMPLE), order) ?? '';
    return text.length > 0 && (text.match(USUAL)?.length ?? 0) >= text.length * 0.95;
  });
  return found ?? null;
}

function unreadable(): never {
  throw new ImportError('document-unreadable', null, {
    zh: '无法识别文件的文字编码。请另存为 UTF-8 编码的文本文件后重试。',
    en: 'The text encoding of the file is not recognised. Save it as UTF-8 text and try again.',
  });
}
