import type { SheetKind } from '../../domain/indicator.js';
import { columnsOf } from './columns.js';
import { filledCells, type Line } from './document-lines.js';
import { labelOf } from './printed-text.js';

/** The lines from one sheet title to the next. */
export interface SheetRegion {
  /** null where the document prints no title: then the head of the sheet must tell. */
  readonly kind: SheetKind | null;
  readonly title: Line | null;
  /** Lines before the header of the indicator table. */
  readonly head: readonly Line[];
  /** The header row; null where none was recognised. */
  readonly header: Line | null;
  readonly body: readonly Line[];
}

const FORM = '绩效(?:目标|自评|自评价|评价|监控)?(?:申报|自评|执行监控|运行监控|监控)?表$';
const TITLES: readonly (readonly [RegExp, SheetKind])[] = [
  [new RegExp(`整体(?:支出)?${FORM}`), 'department'],
  [new RegExp(`(?:项目|资金|转移支付)(?:支出)?${FORM}`), 'project'],
];

/** Cuts the document at its sheet titles. A document with an indicator table but no title is one region. */
export function sheetRegions(lines: readonly Line[]): SheetRegion[] {
  const starts = lines.flatMap((line, index) => (titleKind(line) === null ? [] : [index]));
  if (starts.length === 0) return lines.some((line) => columnsOf(line)) ? [region(null, lines)] : [];
  return starts.map((start, place) => region(lines[start] ?? null, lines.slice(start + 1, starts[place + 1])));
}

function region(title: Line | null, lines: readonly Line[]): SheetRegion {
  const at = lines.findIndex((line) => columnsOf(line) !== null);
  const kind = title && titleKind(title);
  if (at < 0) return { kind, title, head: lines, header: null, body: [] };
  return { kind, title, head: lines.slice(0, at), header: lines[at] ?? null, body: lines.slice(at + 1) };
}

/** The kind of sheet whose title this line is; null when it is no title. A continued sheet (续表) goes on as before. */
function titleKind(line: Line): SheetKind | null {
  const [cell, ...more] = filledCells(line);
  if (!cell || more.length > 0 || cell.text.length > 80 || /[（(]续|续表/.test(cell.text)) return null;
  return TITLES.find(([pattern]) => pattern.test(labelOf(cell.text)))?.[1] ?? null;
}
