import { damagedDocument } from '../../../common/documents/errors.js';
import { decoded } from '../../../common/documents/decoded.js';
import { decodeText } from '../decode-text.js';
import { readPage } from './html-reader.js';
import type { Reader } from '../reader.js';

/** A web page in one file, as Word and Excel save it: the pages among its parts, one below the other. */
export const mhtmlReader: Reader = {
  format: 'mhtml',
  read(bytes) {
    const parts = partsOf(Buffer.from(bytes).toString('latin1'));
    const pages = parts.filter(({ type }) => type === 'text/html');
    if (pages.length === 0) throw damagedDocument();
    const page = readPage(pages.map(textOf).join('\n'));
    const carried = parts.filter(({ type }) => !OF_A_PAGE.test(type));
    const files = carried.map(({ name, type }) => ({ kind: 'embedded' as const, text: name ?? type, source: 'MHTML' }));
    return { ...page, unseen: [...(page.unseen ?? []), ...files] };
  },
};

/** What a page is made of; all else is a file that it carries. */
const OF_A_PAGE = /^(?:text|image|font|audio|video)\/|^application\/(?:(?:x-)?javascript|json|font|xml|x-mso)/;

interface Part {
  readonly type: string;
  /** As the part says; undefined where it does not. */
  readonly charset: string | undefined;
  /** Of a file. */
  readonly name: string | undefined;
  readonly content: Buffer;
}

const NAME = /(?:file)?name="?([^";]{1,120})"?/i;

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
  const name = NAME.exec(`${fields.get('content-disposition') ?? ''};${type}`)?.[1];
  return [{ type: type.split(';')[0]?.trim().toLowerCase() ?? '', charset, name, content }];
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
