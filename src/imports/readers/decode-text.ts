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
  const text = decoded(bytes, 'utf-8');
  if (text === undefined && isBig5(bytes)) throw traditional();
  return text ?? decoded(bytes, 'gb18030') ?? unreadable();
}

/** Of letters whose second byte is that of an ASCII sign: two of five in Big5, hardly one in simplified Chinese. */
const LOW_IN_BIG5 = 0.15;

/** Nearly all Big5 is valid GB18030 as well, and reads as nonsense. */
function isBig5(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let [letters, low] = [0, 0];
  for (let at = 0; at + 1 < sample.length; at += 1) {
    if ((sample[at] ?? 0) < 0x80) continue;
    at += 1;
    letters += 1;
    if ((sample[at] ?? 0) < 0x80) low += 1;
  }
  return letters > 0 && low >= letters * LOW_IN_BIG5 && decoded(bytes, 'big5') !== undefined;
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

const traditional = () =>
  new ImportError('document-unreadable', null, {
    zh: '文件是 Big5（繁体中文）编码，暂不能读取。请转换为简体中文，另存为 UTF-8 后重试。',
    en: 'The file is Big5 (traditional Chinese), which cannot be read. Convert it to simplified Chinese, save it as UTF-8 and try again.',
  });
