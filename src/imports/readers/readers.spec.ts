import type { ImportError } from '../import-error.js';
import { readDocument } from './index.js';

const TEXT = '某市图书馆\n\n一级\t二级\n甲\t乙\n\n\t丙\n尾注';
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const MEGABYTE = 1024 * 1024;
const { blocks, title, format, sha256 } = await readDocument(Buffer.from(TEXT), 'file.txt');

async function refusal(bytes: Uint8Array): Promise<ImportError> {
  try {
    await readDocument(bytes, 'file.txt');
  } catch (error) {
    return error as ImportError;
  }
  throw new Error('was read');
}

describe('reading plain text', () => {
  it('makes rows of lines with tabs, ends a table at a blank line, and knows the line of each cell', () => {
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows.length : block.text))).toEqual([
      ...['某市图书馆', 2, 1, '尾注'],
    ]);
    expect(blocks[2]).toMatchObject({ rows: [[{ text: '' }, { text: '丙', source: 'L6' }]] });
  });

  it('names title, format and hash', () => {
    expect({ title, format, hash: sha256.length }).toEqual({ title: '某市图书馆', format: 'text', hash: 64 });
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 little-endian', utf16(TEXT)],
    ['UTF-16 big-endian', utf16(TEXT).swap16()],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 big-endian without a mark', Buffer.from(TEXT, 'utf16le').swap16()],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
  ])('gives the same for %s', async (_, bytes) => {
    expect((await readDocument(bytes, 'file.txt')).blocks).toEqual(blocks);
  });

  it('reads GB18030', async () => {
    const bytes = Buffer.from([0xd6, 0xb8, 0xb1, 0xea, 0x09, 0xd6, 0xb5]); // 指标, tab, 值
    const document = await readDocument(bytes, 'file.txt');
    expect(document.blocks).toMatchObject([{ rows: [[{ text: '指标' }, { text: '值' }]] }]);
  });

  it('takes upright strokes for the borders of cells, and rules between rows for nothing', async () => {
    const document = await readDocument(Buffer.from('| 甲 | 乙 |\n|---|:-:|\n| 丙 |  |\n\n左｜中｜右'), 'file.txt');
    const texts = document.blocks.map((block) => (block.kind === 'table' ? block.rows : []));
    expect(texts.map((rows) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
      [
        ['甲', '乙'],
        ['丙', ''],
      ],
      [['左', '中', '右']],
    ]);
  });
});

it('knows tables drawn with double or bent lines, and strokes within a cell', async () => {
  const drawn = '╔═══╦═══╗\n║ 甲 ║ 乙 ║\n╞═══╪═══╡\n║ 丙 ║ 丁 ║\n╚═══╩═══╝\n\n| 左\\|中 | 右 |';
  const { blocks: tables } = await readDocument(Buffer.from(drawn), 'file.txt');
  const texts = tables.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text)); // prettier-ignore
  expect(texts).toEqual([
    [
      ['甲', '乙'],
      ['丙', '丁'],
    ],
    [['左|中', '右']],
  ]);
});

describe('what is refused', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'document-empty'],
    ['nothing but blanks', Buffer.from(' \r\n\t\n'), 'document-empty'],
    ['a picture called .txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'document-unreadable'],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\0'), 'format-unsupported'],
    ['an old .doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'format-unsupported'],
    ['a damaged zip file', Buffer.from('PK\x03\x04 and nothing more'), 'document-unreadable'],
    ['a NUL byte', Buffer.from('甲\t\0乙'), 'document-unreadable'],
    ['many control characters', Buffer.from('\u0001\u0002甲'.repeat(50)), 'document-unreadable'],
    ['no known encoding', Buffer.from([0x41, 0xff, 0xff, 0x41]), 'document-unreadable'],
    [
      'Big5',
      Buffer.from('abfcbcd0a657bad909abfcbcd0adc80abaf1a4c6adb1bf6e093330a4bdb3bc', 'hex'),
      'document-unreadable',
    ],
    ['more than 20 MB', Buffer.alloc(20 * MEGABYTE + 1, 0x61), 'document-too-large'],
    ['millions of cells', Buffer.from(`a${'\t'.repeat(2 * MEGABYTE)}`), 'document-too-large'],
    ['a page of endless depth', Buffer.from(`<html>${'<div>'.repeat(5000)}`), 'document-unreadable'],
  ])('%s', async (_, bytes, code) => {
    const error = await refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.messages.zh).toMatch(/重试|再试|检查/);
    expect(error.messages.en).toMatch(/again|check/i);
  });
});
