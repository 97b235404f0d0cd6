import { type Box, HEIGHT, layOut, Pages, type PageStyle, SIZE, WIDTH } from './lay-out.js';
import type { PrintedBlock } from './printed-document.js';

/** A small PDF with a Chinese font that is named and not embedded, as many offices publish them. */
export function renderPdf(blocks: readonly PrintedBlock[], style: PageStyle = {}): Buffer {
  const pages = new PdfPages();
  layOut(pages, blocks, style);
  return pages.file();
}

class PdfPages extends Pages {
  private readonly done: string[] = [];
  private content = '';

  place(x: number, y: number, text: string): void {
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
    this.content += `BT /F ${SIZE} Tf ${x.toFixed(1)} ${(HEIGHT - y).toFixed(1)} Td <${hex}> Tj ET\n`;
  }

  box({ x, y, width, height }: Box): void {
    this.content += `${[x, HEIGHT - y - height, width, height].map((at) => at.toFixed(1)).join(' ')} re S\n`;
  }

  protected finishPage(): void {
    this.done.push(this.content);
    this.content = '';
  }

  file(): Buffer {
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
