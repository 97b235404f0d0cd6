import { deflateRawSync, deflateSync } from 'node:zlib';
import { importIsolated } from '../../src/imports/import-isolated.js';
import type { DomainError } from '../../src/domain/domain-error.js';
import { pdfWith } from '../support/documents/hostile.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';

const PAGE = [
  '第一页',
  [
    ['一级指标', '三级指标', '指标值', '权重'],
    ['产出', '办班', '≥6次', '90'],
  ],
] as const;
const GIGABYTE = 1024 ** 3;

/** One entry of that many zeros; what the headers say about its size may be a lie. */
function zipOfZeros(size: number, declared: number): Buffer {
  const name = Buffer.from('word/document.xml');
  const packed = deflateRawSync(Buffer.alloc(size), { level: 9 });
  const fields = (signature: number, central: boolean): Buffer => {
    const header = Buffer.alloc(central ? 46 : 30);
    header.writeUInt32LE(signature, 0);
    const at = central ? 2 : 0;
    header.writeUInt16LE(20, 4 + at);
    header.writeUInt16LE(8, 8 + at);
    header.writeUInt32LE(packed.length, 18 + at);
    header.writeUInt32LE(declared, 22 + at);
    header.writeUInt16LE(name.length, 26 + at);
    return header;
  };
  const local = Buffer.concat([fields(0x04034b50, false), name, packed]);
  const central = Buffer.concat([fields(0x02014b50, true), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const ENCRYPTED = renderPdf([PAGE[0]])
  .toString('latin1')
  .replace(
    '/Root 1 0 R',
    `/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  );

async function refused(bytes: Uint8Array) {
  const [started, before] = [performance.now(), process.memoryUsage.rss()];
  const error = await importIsolated(bytes, 'file').then(
    () => null,
    (reason: unknown) => reason as DomainError,
  );
  return {
    code: error?.code,
    text: error?.messages.zh ?? '',
    seconds: (performance.now() - started) / 1000,
    growth: process.memoryUsage.rss() - before,
  };
}

describe('a document that would take too much', () => {
  it.each([
    ['a scan', () => pdfWith(Buffer.from('0 0 100 100 re f'), ''), 'document-scanned', /OCR/],
    ['an encrypted PDF', () => Buffer.from(ENCRYPTED, 'latin1'), 'document-encrypted', /密码/],
    [
      'a DOCX cut in half',
      async () => (await renderDocx(['题目'])).subarray(0, 2000),
      'document-unreadable',
      /重新下载/,
    ],
    ['an XLSX with broken insides', async () => broken(await renderXlsx(['题目'])), 'document-unreadable', /重新下载/],
    [
      'a PDF of 2,000 pages',
      () => renderPdf(['完'], { pagesBefore: 2000, linesPerPage: 1 }),
      'document-too-large',
      /2001 页/,
    ],
    ['a zip bomb that says so', () => zipOfZeros(100_000, 4 * GIGABYTE - 1), 'document-too-large', /100 MB/],
    ['a zip bomb that lies', () => zipOfZeros(200 * 1024 * 1024, 1000), 'document-unreadable', /损坏/],
    [
      'a document of another field',
      () =>
        renderDocx([
          '会议通知',
          [
            ['时间', '地点'],
            ['周一', '三楼'],
          ],
        ]),
      'no-sheets',
      /没有识别到/,
    ],
  ])('%s is refused with a clear message, within bounds', async (_, bytes, code, words) => {
    const { text, seconds, growth, ...refusal } = await refused(await bytes());
    expect(refusal).toEqual({ code });
    expect(text).toMatch(words);
    expect(seconds).toBeLessThan(30);
    expect(growth).toBeLessThan(30 * 1024 * 1024);
  });

  it('a PDF whose contents inflate to gigabytes is stopped and the service lives on', async () => {
    const zeros = deflateSync(deflateSync(Buffer.alloc(GIGABYTE), { level: 9 }), { level: 9 });
    const { code, seconds } = await refused(pdfWith(zeros, '/Filter [/FlateDecode /FlateDecode]'));
    expect(code).toMatch(/document-(too-large|scanned|unreadable)/);
    expect(seconds).toBeLessThan(75);
    const good = await importIsolated(await renderDocx(['2031年项目支出绩效目标表', PAGE[1]]), 'file');
    expect(good.sheets).toHaveLength(1);
  }, 600_000);
});

describe('a document of 300 pages', () => {
  it('is read whole', async () => {
    const bytes = renderPdf(['2031年项目支出绩效目标表', PAGE[1]], { pagesBefore: 300 });
    const started = performance.now();
    const { sheets } = await importIsolated(bytes, 'file');
    const seconds = (performance.now() - started) / 1000;
    if (process.env.SHOW_FIGURES) process.stderr.write(`300 pages: ${seconds.toFixed(1)} s\n`);
    expect(sheets[0]?.indicators).toMatchObject([{ name: '办班', source: expect.stringMatching(/^p301 /) as string }]);
    expect(seconds).toBeLessThan(60);
  }, 600_000);
});

/** Damages the packed contents and leaves the directory of the zip file whole. */
function broken(bytes: Buffer): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, 60, 200);
  return damaged;
}
