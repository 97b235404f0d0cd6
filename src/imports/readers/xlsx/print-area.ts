import type { Worksheet } from 'exceljs';
import type { Cell, UnseenPart } from '../../table-model.js';

const MOST_WORDS = 3;
const AREA = /^\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)$/;

/** Rows with contents that stand outside the print area: on paper nobody sees them. One part for all of them. */
export function unprintedRows(
  sheet: Worksheet,
  rows: readonly (readonly [row: number, cells: readonly Cell[]])[],
): UnseenPart[] {
  const areas = (sheet.pageSetup.printArea ?? '').split('&&').flatMap((area) => {
    const [, from, to] = AREA.exec(area.trim()) ?? [];
    return from === undefined || to === undefined ? [] : [{ from: Number(from), to: Number(to) }];
  });
  if (areas.length === 0) return [];
  const outside = rows.filter(([row]) => !areas.some(({ from, to }) => row >= from && row <= to));
  const [first] = outside;
  if (!first) return [];
  const words = outside.flatMap(([, cells]) => cells.filter(({ text }) => text !== '').map(({ text }) => text));
  const text = words.slice(0, MOST_WORDS).join('、');
  return [{ kind: 'unprinted', text, source: `${sheet.name}!${first[0]}:${outside.at(-1)?.[0] ?? first[0]}` }];
}
