import type { SheetKind } from '../../../domain/indicator.js';
import { type Header, headerAt } from '../columns/columns.js';
import { filledCells, type Line } from '../lines/document-lines.js';
import { labelOf } from '../lines/printed-text.js';

/** The lines from one sheet title to the next. */
export interface SheetRegion {
  /** null where the document prints no title: then the head of the sheet must tell. */
  readonly kind: SheetKind | null;
  readonly title: Line | null;
  /** Lines before the header of the indicator table. */
  readonly head: readonly Line[];
  /** The header of the indicator table; null where none was recognised. */
  readonly header: (Header & { readonly source: string }) | null;
  readonly body: readonly Line[];
}

const FORM =
  '绩效(?:目标|自评|自评价|评价|监控)?(?:完成情况)?(?:申报|公开|批复|自评|自评价|执行监控|运行监控|监控)?表$';
const TITLES: readonly (readonly [RegExp, SheetKind])[] = [
  [new RegExp(`整体(?:支出|预算)?${FORM}`), 'department'],
  [new RegExp(`(?:项目|资金|转移支付)(?:支出|预算)?${FORM}`), 'project'],
];

/** Cuts the document at its sheet titles. A document with an indicator table but no title is one region. */
export function sheetRegions(lines: readonly Line[]): SheetRegion[] {
  const starts = lines.flatMap((line, index) => (titleKind(line) === null ? [] : [index]));
  if (starts.length === 0) return lines.some((_, index) => headerAt(lines, index)) ? [region(null, lines)] : [];
  return starts.map((start, place) => region(lines[start] ?? null, lines.slice(start + 1, starts[place + 1])));
}

function region(title: Line | null, lines: readonly Line[]): SheetRegion {
  const at = lines.findIndex((_, index) => headerAt(lines, index) !== null);
  const kind = title && titleKind(title);
  const header = headerAt(lines, at);
  if (!header) return { kind, title, head: lines, header: null, body: [] };
  const source = lines[at]?.source ?? '';
  const body = lines.slice(at + header.height);
  return { kind, title, head: lines.slice(0, at), header: { ...header, source }, body };
}

export const isTitle = (line: Line): boolean => titleKind(line) !== null;

/** The kind of sheet whose title this line is; null when it is no title. A continued sheet (续表) goes on as before. */
function titleKind(line: Line): SheetKind | null {
  const [cell, ...more] = filledCells(line);
  if (!cell || more.length > 0 || cell.text.length > 80 || /[（(]续|续表/.test(cell.text)) return null;
  return TITLES.find(([pattern]) => pattern.test(labelOf(cell.text)))?.[1] ?? null;
}
