import { createCanvas, loadImage } from '@napi-rs/canvas';
import { importDocument } from '../../src/imports/import-document.js';
import { importIsolated } from '../../src/imports/import-isolated.js';
import { pageIsolated } from '../../src/imports/original/page-isolated.js';
import { ocrProgram } from '../../src/imports/readers/ocr/ocr-program.js';
import type { DomainError } from '../../src/domain/domain-error.js';
import { corpus, wrongFields } from '../support/documents/corpus.js';
import { renderPicture, renderScan } from '../support/documents/render-scan.js';

/** SCANS=100 reads the whole corpus. */
const COUNT = Number(process.env.SCANS ?? 2);
const PATIENCE_MS = 600_000;
const DOCUMENTS = corpus().slice(0, COUNT);
const program = ocrProgram();
/** What cannot be shown here is not shown: jest counts it as skipped, and this is why. */
const whereInstalled = program ? describe : describe.skip;
if (!program) process.stderr.write('scans are not tested: tesseract with chi_sim is not installed\n');

whereInstalled('a scan', () => {
  it(
    'is read into its tables, and every value is doubted',
    async () => {
      let [right, all, refused] = [0, 0, 0];
      for (const { name, blocks, expected } of DOCUMENTS) {
        const draft = await importDocument(renderScan(blocks), 'scan').catch((error: unknown) => error as DomainError);
        all += expected.length;
        if (!('sheets' in draft)) {
          refused += 1;
          expect([name, draft.code]).toEqual([name, 'no-sheets']);
          continue;
        }
        const wrong = wrongFields(draft, expected);
        right += expected.length - wrong.length;
        expect([name, wrong.filter(({ silent }) => silent)]).toEqual([name, []]);
        const doubted = draft.doubts.filter(({ code }) => code === 'read-by-ocr').map(({ indicator }) => indicator);
        expect(doubted).toHaveLength(draft.sheets.reduce((sum, { indicators }) => sum + indicators.length + 1, 0));
        if (process.env.SHOW_FIGURES) process.stderr.write(`${name}: ${wrong.map(({ path, found, value }) => `${path} ${found} for ${value}`).join('; ')}\n`); // prettier-ignore
      }
      if (process.env.SHOW_FIGURES) process.stderr.write(`scans: ${right} of ${all} fields right, ${refused} of ${DOCUMENTS.length} refused\n`); // prettier-ignore
      expect(right).toBeGreaterThan(all / 2);
    },
    PATIENCE_MS,
  );

  it.each(['png', 'jpeg'] as const)(
    'is read as the first page where it is a picture, as %s',
    async (format) => {
      const [document] = DOCUMENTS;
      const { sheets, doubts } = await importIsolated(renderPicture(document?.blocks ?? [], format), 'picture');
      expect(sheets).toHaveLength(1);
      const doubted = doubts.filter(({ code }) => code === 'read-by-ocr');
      expect(doubted).toHaveLength((sheets[0]?.indicators.length ?? 0) + 1);
    },
    PATIENCE_MS,
  );

  it(
    'is shown beside its doubts, each with the row that it is about',
    async () => {
      const scan = renderScan(DOCUMENTS[0]?.blocks ?? []);
      const { doubts, sheets } = await importIsolated(scan, 'scan.pdf');
      const rows = doubts.filter(({ code, indicator }) => code === 'read-by-ocr' && indicator !== null);
      expect(rows.map(({ page }) => page)).toEqual(sheets[0]?.indicators.map(() => 1));
      const isRuled = await ruledAt(
        await pageIsolated(() => Promise.resolve(scan), 1, {
          caller: 'somebody',
          signal: new AbortController().signal,
        }),
      );
      for (const { box } of rows) expect([box, isRuled(box?.top ?? 0), isRuled((box?.top ?? 0) + (box?.height ?? 0))]).toEqual([expect.anything(), true, true]); // prettier-ignore
      const tops = rows.map(({ box }) => box?.top ?? 0);
      expect(tops).toEqual([...new Set(tops)].sort((a, b) => a - b));
      for (const doubt of doubts.filter(({ source }) => source?.startsWith('p1 '))) expect(doubt.page).toBe(1);
    },
    PATIENCE_MS,
  );

  it(
    'of a page that nobody can print is refused in words',
    async () => {
      const poster = renderScan(DOCUMENTS[0]?.blocks ?? []).toString('latin1').replace(/MediaBox \[0 0 \S+ \S+\]/, 'MediaBox [0 0 14400 14400]'); // prettier-ignore
      await expect(importIsolated(Buffer.from(poster, 'latin1'), 'scan.pdf')).rejects.toMatchObject({
        code: 'document-too-large',
        messages: { zh: expect.stringContaining('40000×40000 像素') as string },
      });
    },
    PATIENCE_MS,
  );

  it(
    'of something else is refused with what to do about its letters, and does not speak of tabs',
    async () => {
      await expect(importIsolated(renderScan(['会议通知', '周一上午开会。']), 'scan.pdf')).rejects.toMatchObject({
        code: 'no-sheets',
        messages: { zh: expect.stringContaining('300 dpi') as string },
      });
    },
    PATIENCE_MS,
  );

  it(
    'is read apart from the service',
    async () => {
      const { sheets } = await importIsolated(renderScan(DOCUMENTS[0]?.blocks ?? []), 'scan.pdf');
      expect(sheets).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});

/** Whether a line is drawn across the middle of the picture at this part of its height, give or take three pixels. */
async function ruledAt(png: Uint8Array): Promise<(part: number) => boolean> {
  const picture = await loadImage(Buffer.from(png));
  const { width, height } = picture;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const isDark = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 170;
  const middle = Array.from({ length: Math.floor(width / 4) }, (_, index) => Math.floor(width / 4) + index);
  return (part) =>
    [-3, -2, -1, 0, 1, 2, 3].some((off) => {
      const y = Math.round(part * height) + off;
      return middle.filter((x) => isDark(x, y)).length > middle.length * 0.9;
    });
}
