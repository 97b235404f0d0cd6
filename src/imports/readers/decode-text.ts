import { decoded } from '../../common/documents/decoded.js';
import { ImportError } from '../import-error.js';

/** Text of unknown encoding: by its byte order mark, else UTF-8, else GB18030 (which contains GBK and GB2312). */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le') ?? unreadable();
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be') ?? unreadable();
  // UTF-8 first: valid UTF-8 with Chinese in it is practically never meant as GB18030, the reverse cannot be told.
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? unreadable();
}

function unreadable(): never {
  throw new ImportError('document-unreadable', null, {
    zh: '无法识别文件的文字编码。请另存为 UTF-8 编码的文本文件后重试。',
    en: 'The text encoding of the file is not recognised. Save it as UTF-8 text and try again.',
  });
}
