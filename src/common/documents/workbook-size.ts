import { tooManyCells } from './errors.js';
import { readXml } from './xml-part.js';
import type { ZipArchive } from './zip-archive.js';

/** Far more than any budget document has. */
const MOST = 500_000;
/** The width of a worksheet; formats of all columns to its end are common. */
const COLUMNS = 16_384;
/** What the library makes an object of, each time that it stands there. */
const SINGLE = new Set(['row', 'si', 'xf', 'font', 'fill', 'border']);

/**
 * Counts what the library would make of a workbook before it does: 1 KB can claim a merged cell of a whole worksheet, or
 * a format of a million columns, and each of their cells would become an object.
 * @returns rows of the longest worksheet
 * @throws DomainError `document-too-large`, `document-unreadable`
 */
export async function workbookRows(archive: ZipArchive): Promise<number> {
  let longest = 0;
  let left = MOST;
  for (const part of archive.files.filter(({ name }) => /^xl\/.*\.xml$/i.test(name))) {
    let rows = 0;
    let widest = 0;
    const take = (count: number, address: string) => {
      left -= count;
      if (!(left >= 0)) throw tooManyCells(MOST, `${part.name.slice('xl/'.length)} ${address}`);
    };
    await readXml(part.chunks(), {
      open(name, { r = '', ref = '', min = '1', max = min }) {
        if (name === 'row') {
          rows += 1;
          widest = 0;
        }
        if (SINGLE.has(name)) take(1, r);
        else if (name === 'col')
          take(Number(max) > COLUMNS ? Infinity : (Number(max) - Number(min)) / 16 + 1, `${min}:${max}`);
        else if (name === 'mergeCell') take(areaOf(ref), ref);
        else if (name === 'c') {
          // The blank cells before it become objects, too.
          const column = columnOf(r) || widest + 1;
          take(Math.max(column - widest, 0), r);
          widest = Math.max(widest, column);
        }
      },
    });
    longest = Math.max(longest, rows);
  }
  return longest;
}

/** 28 for `AB12`; 0 where there is no letter. */
const columnOf = (address: string): number =>
  [...(/^[A-Z]+/.exec(address)?.[0] ?? '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

/** Cells of `A1:C5`. */
function areaOf(range: string): number {
  const [from = '', to = from] = range.split(':');
  const rows = Number(/\d+$/.exec(to)?.[0]) - Number(/\d+$/.exec(from)?.[0]) + 1;
  return Math.abs((columnOf(to) - columnOf(from) + 1) * rows);
}
