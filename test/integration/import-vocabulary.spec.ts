import { headsOf } from '../../src/imports/recognisers/columns/heads.js';
import { corpus } from '../support/documents/corpus.js';
import { blanked, type PrintedRows } from '../support/documents/printed-document.js';
import { laidOut, layouts } from '../support/layouts/layout.js';

/** Heads that stand in the corpus to show what becomes of an unknown one; a bare year is told by what stands beside it. */
const UNKNOWN_ON_PURPOSE = ['甲栏', '乙栏', '占比栏', '实达', '2030年', '2031年', '2032年'];

const headsIn = (rows: PrintedRows) =>
  headsOf(blanked(rows).map((cells) => cells.map((text, column) => ({ text, source: `C${column}` }))));

/** Of our older fixtures: the row that names the levels or indicators, with the one above where it is merged with it. */
function headersIn(rows: PrintedRows): PrintedRows[] {
  const at = rows.findIndex(
    (cells) => cells.some((text) => /^(?:三级|绩效)?指标(?:名称)?$/.test(text)) && cells.length > 3,
  );
  const isLower = rows[at + 1]?.slice(1).includes('^') === true && rows[at + 1]?.every((text) => !/[\d≥≤]/.test(text));
  return at < 0 ? [] : [rows.slice(at, isLower ? at + 2 : at + 1)];
}

it('every head of the corpus is in the vocabulary, or is unknown on purpose', () => {
  const tables = corpus().flatMap(({ blocks }) =>
    blocks.flatMap((block) => (typeof block === 'string' ? [] : headersIn(block))),
  );
  const headers = [...layouts().flatMap((layout, place) => laidOut(layout, place).headers), ...tables];
  const heads = headers.flatMap(headsIn);
  const unknown = heads.filter(({ meaning }) => meaning === null).map(({ text }) => text);
  expect(headers.length).toBeGreaterThan(layouts().length);
  expect([...new Set(unknown)].sort()).toEqual([...UNKNOWN_ON_PURPOSE].sort());
});
