import { loadImage } from '@napi-rs/canvas';
import { importIsolated } from '../../src/imports/import-isolated.js';
import { pageIsolated } from '../../src/imports/original/page-isolated.js';
import { callerGone } from '../../src/common/documents/errors.js';
import { DomainError } from '../../src/domain/domain-error.js';
import { packed, pdfWith, workbookOf } from '../support/documents/hostile.js';
import { costOf, environmentsOfReaders } from '../support/documents/reading-cost.js';
import { renderPdf } from '../support/documents/render-pdf.js';

let people = 0;
/** Everybody waits for a picture of their own. */
const somebody = () => ({ caller: `person ${(people += 1)}`, signal: new AbortController().signal });

const SHEET = renderPdf([
  '2031年项目支出绩效目标表',
  [
    ['一级指标', '三级指标', '指标值', '权重'],
    ['产出', '办班', '≥6次', '90'],
  ],
]);
const rows = (count: number, row: (number: number) => string) =>
  `<sheetData>${Array.from({ length: count }, (_, index) => row(index + 1)).join('')}</sheetData>`;
const text = (place: string) => `<c r="${place}" t="inlineStr"><is><t>x</t></is></c>`;
const merged = (...refs: string[]) =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

/** Texts of random numbers at random places, which no packing makes small. */
function manyTexts(count: number): Buffer {
  let state = 1;
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const texts = Array.from({ length: count }, () => `BT /F 9 Tf ${next(595)} ${next(842)} Td (${next(1e6)}) Tj ET\n`);
  return packed(texts.join(''), 1);
}

describe('a small document that claims much', () => {
  it.each([
    [
      'one merged cell as large as a worksheet',
      () => workbookOf(rows(1, () => `<row r="1">${text('A1')}</row>`) + merged('A1:XFD1048576')),
    ],
    ['two billion columns', () => workbookOf('<cols><col min="1" max="2147483647" width="9"/></cols><sheetData/>')],
    ['columns without an end', () => workbookOf('<cols><col min="1" max="x" width="9"/></cols><sheetData/>')],
    [
      'merged rows over all columns',
      () =>
        workbookOf('<sheetData/>' + merged(...Array.from({ length: 2000 }, (_, row) => `A${row + 1}:XFD${row + 1}`))),
    ],
    [
      'a cell at the end of each of its rows',
      () => workbookOf(rows(3000, (row) => `<row r="${row}">${text(`XFD${row}`)}</row>`)),
    ],
    ['a million rows', () => workbookOf(`<sheetData>${'<row/>'.repeat(1_000_000)}</sheetData>`)],
    ['a million cells', () => workbookOf(`<sheetData><row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row></sheetData>`)],
    ['a PDF page of a gigabyte of blanks', () => pdfWith(packed(' ', 1024))],
    ['a PDF page of a gigabyte, packed twice', () => pdfWith(packed('\0', 1024), '/Filter [/FlateDecode]')],
    ['a PDF page of a hundred thousand texts', () => pdfWith(manyTexts(100_000))],
    ['a PDF page of a million lines', () => pdfWith(packed('1 2 m 30 40 l S\n', 16))],
  ])('%s is refused in little memory, and the service hardly notices', async (name, make) => {
    const bytes = make();
    const { result, cost } = await costOf(() =>
      importIsolated(bytes, 'file').catch((error: unknown) => error as DomainError),
    );
    const { reader, service, seconds } = cost;
    if (process.env.SHOW_FIGURES)
      process.stderr.write(
        `${name}: ${bytes.length} bytes, ${reader.toFixed(0)} MB in the reader, ${service.toFixed(0)} MB in the service, ${seconds.toFixed(1)} s\n`,
      );
    expect((result as DomainError).code).toMatch(
      /^document-too-large$|^no-sheets$|^document-unreadable$|^document-scanned$/,
    );
    expect(reader).toBeGreaterThan(0);
    expect(reader).toBeLessThanOrEqual(256);
    expect(service).toBeLessThanOrEqual(30);
  });
});

/** A line across a page of this size, in points. */
const pageOf = (width: number, height: number) =>
  Buffer.from(
    pdfWith(packed(`9 w 0 0 m ${width} ${height} l S`, 0)).toString('latin1').replace('[0 0 595 842]', `[0 0 ${width} ${height}]`), // prettier-ignore
    'latin1',
  );

describe('the picture of a page', () => {
  it.each<[number, number]>([
    [14_400, 14_400],
    [1e9, 1e9],
    [1e9, 1],
    [0.001, 0.001],
  ])('of %d × %d points is no larger than any other', async (width, height) => {
    const { result, cost } = await costOf(() =>
      pageIsolated(() => Promise.resolve(pageOf(width, height)), 1, somebody()),
    );
    const picture = await loadImage(Buffer.from(result));
    expect(Math.max(picture.width, picture.height)).toBeLessThanOrEqual(2_000);
    expect(cost.reader).toBeLessThanOrEqual(256);
    expect(cost.service).toBeLessThanOrEqual(30);
  });

  it('of one person keeps neither others nor uploads waiting, and ends when nobody waits for it', async () => {
    const endless = pdfWith(packed('1 2 m 30 40 l S\n', 1), '/Filter /FlateDecode', `[${'4 0 R '.repeat(2000)}]`);
    const gone = new AbortController();
    const own = { caller: 'one', signal: gone.signal };
    const heavy = [1, 2].map(() =>
      pageIsolated(() => Promise.resolve(endless), 1, own).catch((error: unknown) => error),
    );
    await expect(pageIsolated(() => Promise.resolve(SHEET), 1, own)).rejects.toMatchObject({
      code: 'too-many-at-once',
    });
    expect((await importIsolated(SHEET, 'file')).sheets).toHaveLength(1); // while the pages are drawn
    const other = pageIsolated(() => Promise.resolve(SHEET), 1, somebody());
    gone.abort(callerGone());
    expect((await other).length).toBeGreaterThan(0);
    expect(await Promise.all(heavy)).toEqual([expect.any(DomainError), expect.any(DomainError)]);
    const soon = new AbortController();
    const unwanted = [1, 2].map(() =>
      pageIsolated(() => Promise.resolve(endless), 1, { caller: 'two', signal: soon.signal }).catch(
        (error: unknown) => error,
      ),
    );
    soon.abort(callerGone());
    expect(await Promise.all(unwanted)).toEqual([
      expect.any(DomainError),
      expect.objectContaining({ code: 'caller-gone' }), // it waited for the first
    ]);
    expect(
      (await pageIsolated(() => Promise.resolve(SHEET), 1, { ...own, signal: somebody().signal })).length,
    ).toBeGreaterThan(0);
  });

  it('that waits for its turn holds no document', async () => {
    let [held, most] = [0, 0];
    const fetch = () => {
      most = Math.max(most, (held += 1));
      return Promise.resolve(SHEET);
    };
    await Promise.all(Array.from({ length: 9 }, () => pageIsolated(fetch, 1, somebody()).finally(() => (held -= 1))));
    expect(held).toBe(0);
    expect(most).toBeLessThanOrEqual(4); // two are drawn, and two may just have been
  });

  it.each<[string, () => Buffer, string]>([
    ['that holds gigabytes', () => pdfWith(packed(' ', 1024)), 'page-too-heavy'],
    ['that never ends', () => pdfWith(packed('1 2 m 30 40 l S\n', 1), '/Filter /FlateDecode', `[${'4 0 R '.repeat(2000)}]`), 'page-too-heavy'], // prettier-ignore
    ['that is none', () => Buffer.from('%PDF-1.4\nnothing'), 'document-unreadable'],
  ])(
    '%s is refused in words, and the service hardly notices',
    async (_, make, code) => {
      const bytes = make();
      const { result, cost } = await costOf(() =>
        pageIsolated(() => Promise.resolve(bytes), 1, somebody()).catch((error: unknown) => error as DomainError),
      );
      expect((result as DomainError).code).toBe(code);
      expect(cost.service).toBeLessThanOrEqual(30);
    },
    120_000,
  );
});

describe('the process that reads', () => {
  it('is ended at its limit of memory, and the next document is read', async () => {
    const page = packed('BT /F 9 Tf 10 10 Td (abcd) Tj ET\n', 1);
    const bomb = pdfWith(page, '/Filter /FlateDecode', `[${'4 0 R '.repeat(1000)}]`);
    const { result, cost } = await costOf(() =>
      importIsolated(bomb, 'file').catch((error: unknown) => error as DomainError),
    );
    expect((result as DomainError).code).toBe('document-too-large');
    expect((result as DomainError).messages.zh).toContain('512 MB');
    expect(cost.reader).toBeLessThan(640);
    expect((await importIsolated(SHEET, 'file')).sheets).toHaveLength(1);
  });

  it('is told nothing that the service keeps secret', async () => {
    process.env.SECRET_OF_THE_SERVICE = 'x';
    const reading = importIsolated(SHEET, 'file');
    const seen = new Set<string>();
    while (seen.size === 0) {
      for (const environment of environmentsOfReaders()) if (environment.includes('PATH=')) seen.add(environment);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await reading;
    expect([...seen].join()).not.toContain('SECRET_OF_THE_SERVICE');
  });

  it('takes documents in turn, two at a time', async () => {
    const drafts = await Promise.all(Array.from({ length: 5 }, () => importIsolated(SHEET, 'file')));
    expect(drafts.map(({ sheets }) => sheets.length)).toEqual([1, 1, 1, 1, 1]);
  });
});
