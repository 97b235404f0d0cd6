import { type PrintedBlock, type PrintedRows, spannedCells } from './printed-document.js';

export const [WIDTH, HEIGHT, MARGIN, SIZE] = [842, 595, 40, 9];
const [LINE, PADDING] = [SIZE * 1.3, 4];

/** Whether lines are drawn around the cells; and how many pages of prose stand before the document. */
export interface PageStyle {
  readonly ruled?: boolean;
  readonly pagesBefore?: number;
  readonly linesPerPage?: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pages of one format; coordinates in points from the top left corner. */
export abstract class Pages {
  y = MARGIN;

  room(): number {
    return HEIGHT - MARGIN - this.y;
  }

  text(x: number, text: string): void {
    if (this.room() < LINE) this.endPage();
    this.place(x, this.y + SIZE, text);
    this.y += LINE * 1.5;
  }

  endPage(): void {
    this.finishPage();
    this.y = MARGIN;
  }

  /** `y` is that of the base line. */
  abstract place(x: number, y: number, text: string): void;
  abstract box(box: Box): void;
  protected abstract finishPage(): void;
}

export function layOut(
  pages: Pages,
  blocks: readonly PrintedBlock[],
  { ruled = true, pagesBefore = 0, linesPerPage = 25 }: PageStyle,
): void {
  for (let page = 0; page < pagesBefore; page += 1) {
    for (let line = 0; line < linesPerPage; line += 1)
      pages.text(MARGIN, `第${page + 1}页第${line + 1}行：本部门按照预算管理的有关要求编制预算。`);
    pages.endPage();
  }
  for (const block of blocks) {
    if (typeof block !== 'string') table(pages, block, ruled);
    else pages.text(MARGIN, block);
  }
  pages.endPage();
}

/** A row stays whole, and so does a group of rows that a merged cell holds together as long as it fits on a page. */
function table(pages: Pages, rows: PrintedRows, ruled: boolean): void {
  const columns = Math.max(...rows.map(({ length }) => length));
  const width = (WIDTH - 2 * MARGIN) / columns;
  const cells = spannedCells(rows);
  const heights = rows.map((_, row) => {
    const inRow = cells.filter((cell) => cell.row === row && cell.rows === 1);
    return (
      Math.max(1, ...inRow.map(({ text, columns: span }) => wrapped(text, width * span).length)) * LINE + 2 * PADDING
    );
  });
  for (let first = 0; first < rows.length;) {
    let last = first;
    let height = heights[first] ?? 0;
    while (last + 1 < rows.length && height + (heights[last + 1] ?? 0) <= pages.room())
      height += heights[(last += 1)] ?? 0;
    if (height > pages.room()) pages.endPage();
    const top = pages.y;
    for (const cell of cells) {
      // A merged cell that began on the page before goes on as a blank one.
      const [from, to] = [Math.max(cell.row, first), Math.min(cell.row + cell.rows - 1, last)];
      if (from > to) continue;
      const y = top + total(heights.slice(first, from));
      const box = {
        x: MARGIN + cell.column * width,
        y,
        width: cell.columns * width,
        height: total(heights.slice(from, to + 1)),
      };
      if (ruled) pages.box(box);
      if (cell.row < first) continue;
      for (const [index, line] of wrapped(cell.text, box.width).entries()) {
        pages.place(box.x + PADDING, y + PADDING + SIZE + index * LINE, line);
      }
    }
    pages.y = top + height;
    first = last + 1;
    if (first < rows.length) pages.endPage();
  }
  pages.y += LINE;
}

const total = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);
export const widthOf = (letter: string): number => (letter.charCodeAt(0) < 0x100 ? SIZE / 2 : SIZE);

function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let [line, used] = ['', 0];
    for (const letter of paragraph) {
      used += widthOf(letter);
      if (used > width - 2 * PADDING) {
        lines.push(line);
        [line, used] = ['', widthOf(letter)];
      }
      line += letter;
    }
    return [...lines, line];
  });
}
