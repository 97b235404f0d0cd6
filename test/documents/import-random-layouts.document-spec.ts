import fc from 'fast-check';
import { importDocument } from '../../src/imports/import-document.js';
import { ImportError } from '../../src/imports/import-error.js';
import { FORMATS } from '../support/layouts/formats.js';
import { judged } from '../support/layouts/judge.js';
import { laidOut } from '../support/layouts/layout.js';
import { randomLayout } from '../support/layouts/random-layout.js';

const DOCUMENTS = Number(process.env.RANDOM_LAYOUTS ?? 200);
/** Of the documents in CI all but this many are plain text, which is read fastest. */
const OTHERS = process.env.RANDOM_LAYOUTS === undefined ? 20 : DOCUMENTS;
/** Else another one each time. */
const SEED = process.env.RANDOM_SEED === undefined ? {} : { seed: Number(process.env.RANDOM_SEED) };
/** One head in five is from outside the vocabulary: what nobody can read is doubted, but most of the rest is read. */
const LEAST_RIGHT = 0.8;
const MOST_REFUSED = 0.4;
/** In ms, for one document. */
const PATIENCE = 1000;

it(
  'tables with any heads, known or not, in any order and many a layout, are read or doubted, and never silently wrong',
  async () => {
    const figures = { documents: 0, fields: 0, right: 0, doubted: 0, refused: 0, silent: 0 };
    await fc.assert(
      fc.asyncProperty(randomLayout, fc.nat({ max: 5 }), async (layout, first) => {
        const format = FORMATS[figures.documents < OTHERS ? figures.documents % FORMATS.length : 0];
        if (!format) throw new Error('no format');
        const { blocks, expected } = laidOut(layout, first);
        figures.documents += 1;
        figures.fields += expected.length;
        const draft = await importDocument(await format.render(blocks), 'document').catch((error: unknown) => error);
        if (draft instanceof ImportError) {
          figures.refused += expected.length;
          return;
        }
        const fields = judged(draft as Parameters<typeof judged>[0], expected);
        for (const { verdict } of fields) figures[verdict] += 1;
        expect(fields.filter(({ verdict }) => verdict === 'silent')).toEqual([]);
      }),
      { numRuns: DOCUMENTS, ...SEED },
    );
    if (process.env.RANDOM_LAYOUTS) process.stderr.write(`${JSON.stringify(figures)}\n`);
    expect(figures.right / (figures.fields - figures.refused)).toBeGreaterThan(LEAST_RIGHT);
    expect(figures.refused / figures.fields).toBeLessThan(MOST_REFUSED);
  },
  PATIENCE * DOCUMENTS,
);
