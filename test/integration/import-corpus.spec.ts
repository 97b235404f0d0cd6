import { importDocument } from '../../src/imports/import-document.js';
import { ImportError } from '../../src/imports/import-error.js';
import type { ImportDraft } from '../../src/imports/sheet-draft.js';
import { corpus, wrongFields } from '../support/documents/corpus.js';
import type { PrintedBlock } from '../support/documents/printed-document.js';
import { renderCsv, renderRaggedCsv } from '../support/documents/render-csv.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderHtml } from '../support/documents/render-html.js';
import { renderMhtml } from '../support/documents/render-mhtml.js';
import { renderOfd } from '../support/documents/render-ofd.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { renderCellLines, renderPipes, renderText } from '../support/documents/render-text.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';

const FORMATS: Readonly<Record<string, (blocks: readonly PrintedBlock[]) => Buffer | Promise<Buffer>>> = {
  text: renderText,
  pipes: renderPipes,
  lines: renderCellLines,
  html: renderHtml,
  docx: renderDocx,
  xlsx: renderXlsx,
  csv: renderCsv,
  'csv, ragged': renderRaggedCsv,
  pdf: (blocks) => renderPdf(blocks),
  ofd: (blocks) => renderOfd(blocks),
  'ofd, glyph by glyph': (blocks) => renderOfd(blocks, { texts: 'glyphs', borders: 'lines' }),
  'ofd, stretched': (blocks) => renderOfd(blocks, { texts: 'stretched', borders: 'rectangles' }),
  mhtml: (blocks) => renderMhtml(renderHtml(blocks)),
};
const DOCUMENTS = corpus();
const CASES = DOCUMENTS.flatMap((document) =>
  Object.entries(FORMATS)
    .filter(([format]) => !document.not.includes(format.split(',')[0] ?? ''))
    .map(([format, render]) => ({ ...document, format, render })),
);

describe('documents of many templates, in every format', () => {
  const figures = new Map<string, { right: number; all: number }>();

  it.each(CASES)('$name as $format is read field by field', async ({ blocks, render, expected, doubts, variation }) => {
    const draft = await importDocument(await render(blocks), 'document');
    const wrong = wrongFields(draft, expected);
    const figure = figures.get(variation) ?? { right: 0, all: 0 };
    figures.set(variation, { right: figure.right + expected.length - wrong.length, all: figure.all + expected.length });
    expect(wrong).toEqual([]);
    expect(draft.doubts.map(({ code }) => code)).toEqual(expect.arrayContaining([...doubts]));
  });

  it.each(DOCUMENTS.filter(({ not }) => not.includes('lines')))(
    '$name with each cell on a line of its own is refused, or what is wrong is doubted',
    async ({ blocks, expected }) => {
      const read = await importDocument(renderCellLines(blocks), 'document').catch((error: unknown) => error);
      if (read instanceof ImportError) expect(read.code).toBe('no-sheets');
      else expect(wrongFields(read as ImportDraft, expected).filter(({ silent }) => silent)).toEqual([]);
    },
  );

  it('shows how many fields were right', () => {
    const lines = [...figures].map(([variation, { right, all }]) => `${variation}: ${right} of ${all}`);
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    if (process.env.SHOW_FIGURES) process.stderr.write(`${CASES.length} documents\n${lines.join('\n')}\n`);
  });
});
