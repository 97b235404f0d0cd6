import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { DomainError } from '../../domain/domain-error.js';
import { documentsIn } from './documents-in.js';

const zip = (files: Zippable) => zipSync(files, { level: 1 });
const text = (content: string) => strToU8(content);
const MEGABYTE = 1024 * 1024;
const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-uploads-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Name and content of each document, or the code of what is wrong with it. */
async function found(bytes: Uint8Array, name = '上传.zip'): Promise<[string, string][]> {
  const documents: [string, string][] = [];
  const place = path.join(folder, 'upload');
  writeFileSync(place, bytes);
  for await (const document of documentsIn({ name, path: place })) {
    const content = await document.content().then(
      (read) => Buffer.from(read).toString('utf8'),
      (error: unknown) => (error as DomainError).code,
    );
    documents.push([document.name, content]);
  }
  return documents;
}

/** The same zip file with the names as another system writes them: bytes of the same length, no mark of UTF-8. */
function renamed(archive: Uint8Array, from: string, to: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  return bytes;
}

/** Every file of the zip file claims to be so large. */
function claiming(archive: Uint8Array, megabytes: number): Buffer {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1))
    bytes.writeUInt32LE(megabytes * MEGABYTE, at + 24);
  return bytes;
}

const numbered = (count: number) =>
  zip(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.txt`, text('a')])));

describe('the documents of an upload', () => {
  it('are the file itself where it is no zip file', async () => {
    expect(await found(text('甲\t乙'), '表.txt')).toEqual([['表.txt', '甲\t乙']]);
  });

  it('are the file itself where it is a document that is packed as a zip file', async () => {
    const docx = zip({ 'word/document.xml': text('<w:document/>') });
    expect((await found(docx, '表.docx')).map(([name]) => name)).toEqual(['表.docx']);
  });

  it('are the files of a zip file with their folders, without what systems add', async () => {
    const files = {
      '项目/一.txt': '一',
      '__MACOSX/项目/._一.txt': 'x',
      '项目/~$二.docx': 'x',
      '二.txt': '二',
      'Thumbs.db': 'x',
    };
    const packed = zip(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, text(content)])));
    expect(await found(packed)).toEqual([
      ['项目/一.txt', '一'],
      ['二.txt', '二'],
    ]);
  });

  it('have the names that Chinese Windows gave them', async () => {
    const gbk = Buffer.from([0xcf, 0xee, 0xc4, 0xbf, 0x5c, 0xb1, 0xed]); // 项目\表
    expect(await found(renamed(zip({ 'aaaaaaa.txt': text('甲') }), 'aaaaaaa', gbk))).toEqual([['项目/表.txt', '甲']]);
  });

  it.each([
    ['leads out of the folder', '../../etc/一.txt', 'etc/一.txt'],
    ['starts at the root', '/一/./二.txt', '一/二.txt'],
    ['steers the terminal that shows it', '一\u001b[31m.txt', '一[31m.txt'],
    ['turns its end around', '一\u202etxt.exe', '一txt.exe'],
    ['no database can keep', '一\u0000.txt', '一.txt'],
    ['is blank', '  ', 'file'],
    ['is too long', `${'长'.repeat(300)}.txt`, `${'长'.repeat(176)}.txt`],
  ])('have a safe name where theirs %s', async (_, given, name) => {
    expect(await found(zip({ [given]: text('甲'), 'b.txt': text('乙') }))).toEqual([
      [name, '甲'],
      ['b.txt', '乙'],
    ]);
  });

  it('are told where they are not whole: one bit of a value is enough', async () => {
    const bytes = Buffer.from(zipSync({ '一.txt': text('指标值 61'), '二.txt': text('乙') }, { level: 0 }));
    bytes.write('9', bytes.indexOf('61'));
    expect(await found(bytes)).toEqual([
      ['一.txt', 'document-unreadable'],
      ['二.txt', '乙'],
    ]);
  });

  it('are told where a zip file among them is empty', async () => {
    expect(await found(zip({ '内.zip': zip({}), '一.txt': text('甲') }))).toEqual([
      ['内.zip', 'document-empty'],
      ['一.txt', '甲'],
    ]);
  });

  it('have names in UTF-8 also where the file does not say so', async () => {
    expect(await found(renamed(zip({ 'aaaaaa.txt': text('甲') }), 'aaaaaa', Buffer.from('项目')))).toEqual([
      ['项目.txt', '甲'],
    ]);
  });

  it('are those of a zip file within the zip file, too, and no deeper', async () => {
    const deep = zip({ '三.txt': text('三') });
    const inner = zip({ '二.txt': text('二'), '深.zip': deep });
    expect(await found(zip({ '一.txt': text('一'), '内.zip': inner }))).toEqual([
      ['一.txt', '一'],
      ['内.zip/二.txt', '二'],
      ['内.zip/深.zip', 'format-unsupported'],
    ]);
  });

  it('are two hundred and more', async () => {
    expect(await found(numbered(300))).toHaveLength(300);
  });

  it('are refused one by one where one is broken or too large', async () => {
    const files = {
      '坏.zip': text('PK and no more'),
      '大.txt': new Uint8Array(20 * MEGABYTE + 1),
      '好.txt': text('好'),
    };
    expect(await found(zip(files))).toEqual([
      ['坏.zip', 'document-unreadable'],
      ['大.txt', 'document-too-large'],
      ['好.txt', '好'],
    ]);
  });

  it.each([
    ['holds nothing', zip({}), 'document-empty'],
    ['holds folders only', zip({ '空/': new Uint8Array(0) }), 'document-empty'],
    ['is cut off', zip({ 'a.txt': text('a') }).subarray(0, 40), 'document-unreadable'],
    ['inflates to more than 500 MB', claiming(numbered(51), 10), 'document-too-large'],
  ])('are one that says what is wrong where the zip file %s', async (_, bytes, code) => {
    expect(await found(bytes)).toEqual([['上传.zip', code]]);
  });

  it('are refused one by one where some are encrypted', async () => {
    const packed = Buffer.from(zip({ '密.txt': text('密'), '好.txt': text('好') }));
    for (const [signature, flags] of [
      ['PK\u0003\u0004', 6],
      ['PK\u0001\u0002', 8],
    ] as const)
      packed.writeUInt16LE(
        packed.readUInt16LE(packed.indexOf(signature) + flags) | 1,
        packed.indexOf(signature) + flags,
      );
    expect(await found(packed)).toEqual([
      ['密.txt', 'document-encrypted'],
      ['好.txt', '好'],
    ]);
  });

  it('share one limit with the zip files among them', async () => {
    const inner = claiming(numbered(15), 20);
    const documents = await found(zip({ '一.zip': inner, '二.zip': inner }));
    expect(documents.slice(-2).map(([name]) => name)).toEqual(['一.zip/14.txt', '二.zip']);
    expect(documents.at(-1)?.[1]).toBe('document-too-large');
  });
});
