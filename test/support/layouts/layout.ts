import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExpectedField } from '../documents/corpus.js';
import { cellsOf, type PrintedBlock, type PrintedRows } from '../documents/printed-document.js';
import { fieldsIn, PRINTS } from './printed-row.js';
import { LAYOUTS_FOLDER, type TrueSheet, trueSheets } from './true-sheet.js';
import { expectedOf, type PlacedSheet } from './expected.js';

/** How a document is laid out; the README beside the layouts says how they are written. */
export interface Layout {
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly string[];
}

export interface LaidOut {
  readonly blocks: readonly PrintedBlock[];
  readonly expected: readonly ExpectedField[];
  /** The rows above the indicators of each table that say what its columns hold. */
  readonly headers: readonly PrintedRows[];
}

export const YEAR = 2031;
const CODE = '219001';
const NUMERALS = '一二三四五六';
/** Fields of which a cell reaches down over the rows that have the same. */
const MERGED = new Set(['level1', 'level2', 'department', 'project', 'total', 'goal', 'weight1', 'weight2']);

export function layouts(): Layout[] {
  const files = readdirSync(LAYOUTS_FOLDER).filter((file) => file.endsWith('.txt') && file !== 'sheets.txt');
  return files.flatMap((file) => {
    const parts = readFileSync(path.join(LAYOUTS_FOLDER, file), 'utf8').split(/^=== /m).slice(1);
    return parts.map((part) => {
      const [name = '', ...lines] = part.trimEnd().split('\n');
      return { kind: path.basename(file, '.txt'), name, lines };
    });
  });
}

/** Prints the layout with sheets of `sheets.txt`, the first of them `first`, and says what must be read from it. */
export function laidOut({ lines }: Layout, first: number): LaidOut {
  const document = new LayingOut(first);
  for (const [place, line] of lines.entries()) document.add(line, lines[place - 1] ?? '');
  return document.finished();
}

class LayingOut {
  private readonly blocks: (string | string[][])[] = [];
  private readonly placed: PlacedSheet[] = [];
  private readonly headers: PrintedRows[] = [];
  private readonly all = trueSheets();
  private kind: TrueSheet['kind'] = 'project';
  private hasYear = false;
  /** Rows of the table that is being printed. */
  private rows: string[][] | null = null;

  constructor(private readonly first: number) {}

  add(line: string, before: string): void {
    if (line.startsWith('kind: ')) this.kind = line.endsWith('department') ? 'department' : 'project';
    else if (line.startsWith('says: ')) this.current().printed.add(line.slice('says: '.length));
    else if (line.startsWith('--- ')) this.beginNext(line);
    else if (fieldsIn(line).length > 0) this.addRows(line, isCaption(before) ? before : null);
    else if (!isCaption(line)) this.addLine(this.filled(line));
  }

  finished(): LaidOut {
    return { blocks: this.blocks, expected: this.placed.flatMap(expectedOf), headers: this.headers };
  }

  private beginNext(line: string): void {
    const { department: shared, sheet } = this.current();
    const department = line.includes('of the department') ? (shared ?? sheet.fields.department ?? null) : null;
    if (!line.includes('in the table')) this.rows = null;
    this.place(department);
  }

  private place(department: string | null): void {
    const ofKind = this.all.filter(({ kind }) => kind === this.kind);
    const sheet = ofKind[(this.first + this.placed.length) % ofKind.length];
    if (!sheet) throw new Error(`no sheet of the kind ${this.kind}`);
    this.placed.push({
      sheet,
      department,
      printed: new Set(this.hasYear ? ['year'] : []),
      rows: [],
      columns: new Set(),
    });
  }

  private current(): PlacedSheet {
    if (this.placed.length === 0) this.place(null);
    const last = this.placed.at(-1);
    if (!last) throw new Error('no sheet');
    return last;
  }

  private addLine(line: string): void {
    if (!line.startsWith('|')) {
      this.rows = null;
      this.blocks.push(line);
      return;
    }
    if (this.rows === null) this.blocks.push((this.rows = []));
    this.rows.push(cellsOf(line));
  }

  /** The line with what the current sheet says in its `{…}`. */
  private filled(line: string): string {
    return line.replace(/\{([a-zA-Z]+)([+-]\d)?\}/g, (_, name: string, more: string | undefined) => {
      if (name === 'year') return this.year(Number(more ?? 0));
      if (name === 'code') return CODE;
      const sheet = this.current();
      sheet.printed.add(name);
      if (name === 'department') return sheet.department ?? sheet.sheet.fields.department ?? '';
      return sheet.sheet.fields[name] ?? '';
    });
  }

  private year(more: number): string {
    if (more === 0) {
      this.hasYear = true;
      for (const { printed } of this.placed) printed.add('year');
    }
    return String(YEAR + more);
  }

  /**
   * One row for each indicator: of some of them (`rows 2-3`), of several sheets (`of 2 projects`); `beside`: the second half of
   * them right of the first; `turned`: one row for all of them.
   */
  private addRows(line: string, caption: string | null): void {
    if (/\| (?:beside|turned)$/.test(line)) {
      this.addInOtherOrder(line);
      return;
    }
    const [, from, to] = /\| rows (\d)-(\d?)$/.exec(line) ?? [];
    const sheets = Number(/\| of (\d) projects$/.exec(line)?.[1] ?? 1);
    const isMerged = !line.endsWith('| unmerged');
    const template = cellsOf(line.slice(0, line.lastIndexOf('|') + 1));
    this.noteHeader();
    let above: readonly string[] | null = null;
    for (let count = 0; count < sheets; count += 1) {
      const shared = this.placed[0]?.printed.has('department')
        ? (this.placed[0].sheet.fields.department ?? null)
        : null;
      if (count > 0) this.place(shared);
      const placed = this.current();
      const { rows } = placed.sheet;
      for (const field of fieldsIn(line)) placed.columns.add(field);
      for (let place = Number(from ?? 1) - 1; place < (to ? Number(to) : rows.length); place += 1) {
        const row = rows[place];
        if (!row) break;
        if (caption && row.level1 !== rows[place - 1]?.level1) {
          placed.columns.add('level1');
          this.addLine(this.caption(caption, placed, place));
        }
        const cells = template.map((cell) => printedCell(cell, placed.sheet, place));
        const shown = cells.map((text, column) => (isMerged && goesOn(template, column, cells, above) ? '^' : text));
        this.addLine(`|${shown.join('|')}|`);
        if (fieldsIn(line).includes('name')) placed.rows.push(place);
        above = cells;
      }
    }
  }

  private addInOtherOrder(line: string): void {
    const template = cellsOf(line.slice(0, line.lastIndexOf('|') + 1));
    if (line.endsWith('beside')) this.noteHeader();
    const { sheet, columns, rows } = this.current();
    for (const field of fieldsIn(line)) columns.add(field);
    if (fieldsIn(line).includes('name')) rows.push(...sheet.rows.keys());
    const printed = (place: number, cells = template) =>
      cells.map((cell) => (sheet.rows[place] ? printedCell(cell, sheet, place) : ''));
    if (line.endsWith('turned')) {
      const [label = '', ...cells] = template;
      this.addLine(`|${label}|${[...sheet.rows.keys()].flatMap((place) => printed(place, cells)).join('|')}|`);
      return;
    }
    const half = Math.ceil(sheet.rows.length / 2);
    for (let place = 0; place < half; place += 1) {
      this.addLine(`|${[...printed(place), ...printed(place + half)].join('|')}|`);
    }
  }

  private caption(line: string, { sheet }: PlacedSheet, place: number): string {
    const groups = [...new Set(sheet.rows.map(({ level1 }) => level1))];
    const level1 = sheet.rows[place]?.level1 ?? '';
    return line.replace('{level1}', level1).replace('{一}', NUMERALS[groups.indexOf(level1)] ?? '');
  }

  private noteHeader(): void {
    const isHeads = (cells: readonly string[]) =>
      cells.filter((cell) => cell !== '<').length > 2 &&
      !cells.some((cell) => /[\d≥…]|项目名称：/.test(cell.replace(/\d级|1-\d+月|20\d\d年/g, '')));
    const rows = this.rows ?? [];
    const at = rows.findLastIndex(isHeads);
    const isLower = (rows[at] ?? []).slice(1).includes('^');
    this.headers.push(rows.slice(isLower ? at - 1 : at, at + 1));
  }
}

const isCaption = (line: string): boolean => line.includes('{level1}');

function printedCell(cell: string, sheet: TrueSheet, place: number): string {
  const row = sheet.rows[place];
  if (!row) return cell;
  const isAlone = /^\[\w+\]$/.test(cell);
  return cell.replace(/\[(\w+)\]/g, (_, field: string) => PRINTS[field]?.(row, sheet, place, isAlone) ?? '');
}

/** Whether a merged cell of the row above reaches down to this one. */
function goesOn(
  template: readonly string[],
  column: number,
  cells: readonly string[],
  above: readonly string[] | null,
): boolean {
  const fields = fieldsIn(template[column] ?? '');
  const isLiteral = fields.length === 0 && column === 0 && template[column] !== '';
  if (above === null || cells[column] !== above[column]) return false;
  if (!isLiteral && (fields.length === 0 || !fields.every((field) => MERGED.has(field)))) return false;
  // A cell ends where one on its left does: 满意度 of the next project, 质量指标 of the next level 1.
  return template.every(
    (other, place) =>
      place === column ||
      !fieldsIn(other).some((field) => ['department', 'project', 'level1'].includes(field)) ||
      (place > column && !fields.includes('level2')) ||
      cells[place] === above[place],
  );
}
