import { type PrintedBlock, type PrintedRows, spannedCells } from './printed-document.js';

const [WIDTH, HEIGHT, MARGIN, SIZE] = [842, 595, 40, 9];
const [LINE, PADDING] = [SIZE * 1.3, 4];

/** Whether lines are drawn around the cells; and how many pages of prose stand before the document. */
export interface PdfStyle {
  readonly ruled?: boolean;
  readonly pagesBefore?: number;
  readonly linesPerPage?: number;
}

/** A small PDF with a Chinese font that is named and not embedded, as many offices publish them. */
export function renderPdf(
  blocks: readonly PrintedBlock[],
  { ruled = true, pagesBefore = 0, linesPerPage = 25 }: PdfStyle = {},
): Buffer {
  const pages = new Pages();
  for (let page = 0; page < pagesBefore; page += 1) {
    for (let line = 0; line < linesPerPage; line += 1)
      pages.text(MARGIN, `第${page + 1}页第${line + 1}行：本部门按照预算管理的有关要求编制预算。`);
    pages.endPage();
  }
  for (const block of blocks) {
    if (typeof block !== 'string') table(pages, block, ruled);
    else pages.text(MARGIN, block);
  }
  return pages.file();
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
const widthOf = (letter: string): number => (letter.charCodeAt(0) < 0x100 ? SIZE / 2 : SIZE);

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

class Pages {
  y = MARGIN;
  private readonly done: string[] = [];
  private content = '';

  room(): number {
    return HEIGHT - MARGIN - this.y;
  }

  text(x: number, text: string): void {
    if (this.room() < LINE) this.endPage();
    this.place(x, this.y + SIZE, text);
    this.y += LINE * 1.5;
  }

  place(x: number, y: number, text: string): void {
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
    this.content += `BT /F ${SIZE} Tf ${x.toFixed(1)} ${(HEIGHT - y).toFixed(1)} Td <${hex}> Tj ET\n`;
  }

  box({ x, y, width, height }: { x: number; y: number; width: number; height: number }): void {
    this.content += `${[x, HEIGHT - y - height, width, height].map((at) => at.toFixed(1)).join(' ')} re S\n`;
  }

  endPage(): void {
    this.done.push(this.content);
    this.content = '';
    this.y = MARGIN;
  }

  file(): Buffer {
    this.endPage();
    const kids = this.done.map((_, page) => `${6 + 2 * page} 0 R`).join(' ');
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${this.done.length} /MediaBox [0 0 ${WIDTH} ${HEIGHT}] >>`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>`,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
      ...this.done.flatMap((content, page) => [
        `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + 2 * page} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]),
    ];
    let file = '%PDF-1.4\n';
    const offsets = objects.map((object, index) => {
      const offset = file.length;
      file += `${index + 1} 0 obj\n${object}\nendobj\n`;
      return `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
    return Buffer.from(
      `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}${trailer}`,
      'latin1',
    );
  }
}
