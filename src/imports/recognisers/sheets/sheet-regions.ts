import type { SheetKind } from '../../../domain/indicator.js';
import { type Header, headerAt } from '../columns/header.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { beginningOfNext, namesProject, readsAsIndicator } from './next-sheet.js';
import { sectionName } from './sections.js';
import { isTitle, kindInTitle } from './titles.js';

/** The lines of one sheet. */
export interface SheetRegion {
  /** null where the title does not say it: then the head of the sheet must tell. */
  readonly kind: SheetKind | null;
  readonly title: Line | null;
  /** Where it begins. */
  readonly source: string;
  /** Lines before the header of the indicator table. */
  readonly head: readonly Line[];
  /** The header of the indicator table; null where none was recognised. A sheet below another can go on under its header. */
  readonly header: Header | null;
  readonly body: readonly Line[];
  /** The sheet under whose title this one stands without a title of its own. */
  readonly under: SheetRegion | null;
}

interface Start {
  readonly at: number;
  readonly title: Line | null;
  /** The header under which it goes on where it has none of its own. */
  readonly inherited: Header | null;
}

/**
 * Cuts the document into its sheets: at titles, at headers of further indicator tables, and where another project begins
 * under the same header. So every header belongs to one sheet.
 */
export function sheetRegions(lines: readonly Line[]): SheetRegion[] {
  const regions: SheetRegion[] = [];
  const starts = startsOf(lines);
  for (const [place, start] of starts.entries()) {
    const own = lines.slice(start.at, starts[place + 1]?.at);
    const titled = regions.findLast(({ under }) => under === null) ?? null;
    regions.push(region(own, start, start.title ? null : titled));
  }
  return regions;
}

function region(lines: readonly Line[], { title, inherited }: Start, under: SheetRegion | null): SheetRegion {
  const from = title ? 1 : 0;
  const at = lines.findIndex((_, index) => index >= from && headerAt(lines, index) !== null);
  const header = headerAt(lines, at);
  const source = lines[0]?.source ?? '';
  const shared = { kind: title ? kindInTitle(title) : (under?.kind ?? null), title, source, under };
  if (header) return { ...shared, head: lines.slice(from, at), header, body: lines.slice(at + header.height) };
  const first = inherited ? lines.findIndex((line) => readsAsIndicator(line, inherited)) : -1;
  if (!inherited || first < 0) return { ...shared, head: lines.slice(from), header: null, body: [] };
  return { ...shared, head: lines.slice(from, first), header: inherited, body: lines.slice(first) };
}

function startsOf(lines: readonly Line[]): Start[] {
  const starts: Start[] = [];
  let header: Header | null = null;
  let [tableFrom, title] = [0, null as Line | null];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    if (isTitle(line) && !isRepeated(lines, index, title, header)) {
      starts.push({ at: index, title: line, inherited: null });
      [title, header] = [line, null];
      continue;
    }
    const found = headerAt(lines, index);
    if (found) {
      const next = header ? beginningOfNext(lines, tableFrom, index, header, found) : starts.length === 0 ? 0 : null;
      if (next !== null) starts.push({ at: next, title: null, inherited: null });
      [header, tableFrom] = [found, index + found.height];
      index += found.height - 1;
    } else if (header && goesOnWithAnother(lines, index, header)) {
      starts.push({ at: index, title: null, inherited: header });
      tableFrom = index;
    }
  }
  return starts;
}

/** A page can print the title of its sheet once more, above the header. */
function isRepeated(lines: readonly Line[], index: number, title: Line | null, header: Header | null): boolean {
  if (!title || !header || textOf(lines[index]) !== textOf(title)) return false;
  const next = [1, 2, 3].flatMap((step) => headerAt(lines, index + step) ?? []);
  return next.slice(0, 1).some((found) => labelsOf(found) === labelsOf(header));
}

const labelsOf = ({ heads }: Header): string => heads.map(({ text }) => text).join();

/** Another project under the same header: a numbered section, or a row 项目名称. */
function goesOnWithAnother(lines: readonly Line[], index: number, header: Header): boolean {
  const line = lines[index];
  if (!line || (sectionName(line) === null && !namesProject(line))) return false;
  const next = lines.slice(index + 1, index + 8);
  const end = next.findIndex((_, place) => headerAt(next, place) !== null || isTitle(next[place] ?? line));
  return next.slice(0, end < 0 ? undefined : end).some((other) => readsAsIndicator(other, header));
}

const textOf = (line: Line | undefined): string =>
  line
    ? filledCells(line)
        .map(({ text }) => text)
        .join('')
    : '';
