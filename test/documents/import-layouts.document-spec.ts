import { importDocument } from '../../src/imports/import-document.js';
import { ImportError } from '../../src/imports/import-error.js';
import { type Format, FORMATS } from '../support/layouts/formats.js';
import { judged, type JudgedField, type Verdict } from '../support/layouts/judge.js';
import { laidOut, type Layout, layouts } from '../support/layouts/layout.js';

/** Else each layout is read as text and in one other format, with one sheet. */
const IS_FULL = process.env.ALL_LAYOUTS !== undefined;
const SHEETS = 4;
const LEAST_LAYOUTS = 60;
const LEAST_RIGHT = 0.95;

type Figures = Record<Verdict | 'documents' | 'fields' | 'refused', number>;
const NONE: Figures = { documents: 0, fields: 0, right: 0, doubted: 0, silent: 0, refused: 0 };

describe('layouts never seen before', () => {
  const figures = new Map<string, Figures>();
  const of = (kind: string) => figures.get(kind) ?? figures.set(kind, { ...NONE }).get(kind) ?? NONE;

  async function read(layout: Layout, first: number, { name: format, render }: Format): Promise<string[]> {
    const { blocks, expected } = laidOut(layout, first);
    const figure = of(layout.kind);
    figure.documents += 1;
    figure.fields += expected.length;
    const draft = await importDocument(await render(blocks), 'document').catch((error: unknown) => {
      if (error instanceof ImportError) return null;
      throw error;
    });
    if (draft === null) {
      figure.refused += expected.length;
      return [`refused ${format}`];
    }
    const fields = judged(draft, expected);
    for (const { verdict } of fields) figure[verdict] += 1;
    return fields.filter(({ verdict }) => verdict !== 'right').map((field) => shown(format, field));
  }

  it.each(layouts().map((layout, place) => ({ ...layout, place })))('$kind: $name', async ({ place, ...layout }) => {
    const wrong: string[] = [];
    for (let first = place; first < place + (IS_FULL ? SHEETS : 1); first += 1) {
      for (const format of formatsAt(place)) wrong.push(...(await read(layout, first, format)));
    }
    if (process.env.SHOW_FIGURES) process.stderr.write(wrong.map((line) => `${layout.name} ${line}\n`).join(''));
    expect(wrong.filter((line) => line.startsWith('silent'))).toEqual([]);
  });

  it('are read, nearly all of their fields', () => {
    expect(layouts().length).toBeGreaterThanOrEqual(LEAST_LAYOUTS);
    const lines = [...figures].map(
      ([kind, { documents, fields, right, doubted, silent, refused }]) =>
        `${kind} | ${documents} | ${fields} | ${right} | ${doubted} | ${refused} | ${silent}`,
    );
    if (process.env.SHOW_FIGURES)
      process.stderr.write(`kind | documents | fields | right | doubted | refused | silent\n${lines.join('\n')}\n`);
    const total = (key: keyof Figures) => [...figures.values()].reduce((sum, figure) => sum + figure[key], 0);
    expect(total('right') / total('fields')).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });
});

const [text, ...others] = FORMATS;
const formatsAt = (place: number): typeof FORMATS =>
  IS_FULL ? FORMATS : [text, others[place % others.length]].flatMap((format) => (format ? [format] : []));

const shown = (format: string, { verdict, path, value, found }: JudgedField): string =>
  `${verdict} ${format} ${path}: ${value ?? '-'} ≠ ${found ?? '-'}`;
