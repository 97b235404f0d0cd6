import type { Cell } from '../../table-model.js';
import { headMeaning, resembledMeaning } from '../columns/heads.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';
import type { RecognisedSheet } from '../recognised-sheet.js';
import type { ColumnRole } from '../vocabulary/column-words.js';
import type { SheetRegion } from './sheet-regions.js';

const NAMES: readonly ColumnRole[] = ['level1', 'level2', 'name'];
const VALUES: readonly ColumnRole[] = ['target', 'comparator', 'weight', 'actual', 'adjusted'];

/** Headers whose columns are kept apart by blanks alone: which of the texts below belongs to which cannot be told. */
export const spacedHeaders = (lines: readonly Line[]): Cell[] =>
  lines.flatMap((line) => {
    const texts = line.isRow ? [] : filledCells(line).flatMap(({ text }) => text.split(/[ \t]{2,}|\u3000+/));
    const cells = texts.map((text) => ({ text: text.trim(), source: line.source }));
    return cells.length > 2 && isSuspected({ ...line, isRow: true, cells })
      ? [{ text: texts.join(' | '), source: line.source }]
      : [];
  });

/** Rows that read as the header of an indicator table and are the header of none that was read. */
export function suspectedHeaders(regions: readonly SheetRegion[], read: readonly RecognisedSheet[]): Cell[] {
  const known = new Set(
    read.flatMap(({ headers }) => headers.filter(({ columns }) => columns).map(({ source }) => source)),
  );
  const unread = read.flatMap(({ headers }) => headers.filter(({ columns }) => !columns).map(({ source }) => source));
  const lines = regions.flatMap(({ head, header, body }) => [...head, ...(header ? [] : body)]);
  const suspected = lines.filter((line) => isSuspected(line) && !known.has(line.source));
  const byPlace = new Map(regions.flatMap(({ head, body }) => [...head, ...body]).map((line) => [line.source, line]));
  const places = [...unread.flatMap((source) => byPlace.get(source) ?? { source }), ...suspected];
  const headOf = (source: string) => regions.find(({ header }) => header?.source === source)?.header?.heads ?? [];
  return places.map((line) => ({
    text:
      'cells' in line
        ? textOf(line)
        : headOf(line.source)
            .map(({ text }) => text)
            .join(' | '),
    source: line.source,
  }));
}

/** Heads that are known, or resemble known ones: one that names indicators, one that says something of them. */
function isSuspected(line: Line): boolean {
  const filled = line.isRow ? filledCells(line) : [];
  if (filled.length < 3 || filled.some(({ text }) => text.length > 40)) return false;
  const roles = new Set(
    filled.flatMap(({ text }) => {
      const label = labelOf(text);
      return (headMeaning(label).meaning ?? resembledMeaning(label))?.role ?? [];
    }),
  );
  const [names, values] = [NAMES, VALUES].map((wanted) => wanted.filter((role) => roles.has(role)).length);
  return (names ?? 0) > 0 && (values ?? 0) > 0 && (names ?? 0) + (values ?? 0) >= 3;
}

const textOf = (line: Line): string =>
  filledCells(line)
    .map(({ text }) => text)
    .join(' | ');
