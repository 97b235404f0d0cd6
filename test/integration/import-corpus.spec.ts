import { importDocument } from '../../src/imports/import-document.js';
import { corpus, wrongFields } from '../support/documents/corpus.js';
import type { PrintedBlock } from '../support/documents/printed-document.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderHtml } from '../support/documents/render-html.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { renderPipes, renderText } from '../support/documents/render-text.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';

const FORMATS: Readonly<Record<string, (blocks: readonly PrintedBlock[]) => Buffer | Promise<Buffer>>> = {
  text: renderText,
  pipes: renderPipes,
  html: renderHtml,
  docx: renderDocx,
  xlsx: renderXlsx,
  pdf: (blocks) => renderPdf(blocks),
};
const DOCUMENTS = corpus();
const CASES = DOCUMENTS.flatMap((document) =>
  Object.entries(FORMATS)
    .filter(([format]) => !document.not.includes(format))
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

  it('shows how many fields were right', () => {
    const lines = [...figures].map(([variation, { right, all }]) => `${variation}: ${right} of ${all}`);
    expect(CASES.length).toBeGreaterThanOrEqual(40);
    if (process.env.SHOW_FIGURES) process.stderr.write(`${CASES.length} documents\n${lines.join('\n')}\n`);
  });
});
