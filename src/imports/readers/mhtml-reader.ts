import { damagedDocument } from '../../common/documents/errors.js';
import { decoded } from '../../common/documents/decoded.js';
import { decodeText } from './decode-text.js';
import { readPage } from './html-reader.js';
import type { Reader } from './reader.js';

/** A web page in one file, as Word and Excel save it: the pages among its parts, one below the other. */
export const mhtmlReader: Reader = {
  format: 'mhtml',
  read(bytes) {
    const pages = partsOf(Buffer.from(bytes).toString('latin1')).filter(({ type }) => type === 'text/html');
    if (pages.length === 0) throw damagedDocument();
    return readPage(pages.map(textOf).join('\n'));
  },
};

interface Part {
  readonly type: string;
  /** As the part says; undefined where it does not. */
  readonly charset: string | undefined;
  readonly content: Buffer;
}

/** Parts within parts are those of the whole (RFC 2557). */
function partsOf(message: string): Part[] {
  const [, head = '', body = ''] = /^\s*([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(message) ?? [];
  const fields = new Map(
    head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const type = fields.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) return body.split(`--${boundary}`).slice(1, -1).flatMap(partsOf);
  const content = contentOf(body, fields.get('content-transfer-encoding') ?? '');
  const charset = /charset="?([^";\s]+)"?/i.exec(type)?.[1];
  return [{ type: type.split(';')[0]?.trim().toLowerCase() ?? '', charset, content }];
}

/** A charset that is not true, or not known, is none. */
function textOf({ charset, content }: Part): string {
  const said = charset ? decoded(content, charset) : undefined;
  return said ?? decodeText(content);
}

function contentOf(body: string, encoding: string): Buffer {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^quoted-printable$/i.test(encoding)) return Buffer.from(body, 'latin1');
  const text = body.replace(/=[ \t]*\r?\n/g, '');
  const unquoted = text.replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(unquoted, 'latin1');
}
