import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { fromProjectRoot } from '../../../src/common/project-root.js';
import { type Box, HEIGHT, layOut, Pages, SIZE, WIDTH } from './lay-out.js';
import type { PrintedBlock } from './printed-document.js';

const FONT = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const DOTS_PER_POINT = 200 / 72;

/** The pages as a scanner with 200 dots per inch gives them. */
class PicturePages extends Pages {
  readonly done: Canvas[] = [];
  private canvas = blank();

  place(x: number, y: number, text: string): void {
    this.canvas.getContext('2d').fillText(text, x, y);
  }

  box({ x, y, width, height }: Box): void {
    this.canvas.getContext('2d').strokeRect(x, y, width, height);
  }

  protected finishPage(): void {
    this.done.push(this.canvas);
    this.canvas = blank();
  }
}

function blank(): Canvas {
  if (!GlobalFonts.has('Scan')) GlobalFonts.registerFromPath(fromProjectRoot(FONT), 'Scan');
  const canvas = createCanvas(Math.round(WIDTH * DOTS_PER_POINT), Math.round(HEIGHT * DOTS_PER_POINT));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(DOTS_PER_POINT, DOTS_PER_POINT);
  context.fillStyle = '#111';
  context.lineWidth = 0.7;
  context.font = `${SIZE}px Scan`;
  return canvas;
}

function drawn(blocks: readonly PrintedBlock[]): Canvas[] {
  const pages = new PicturePages();
  layOut(pages, blocks, {});
  return pages.done;
}

/** The first page as a file of its own. */
export function renderPicture(blocks: readonly PrintedBlock[], format: 'png' | 'jpeg'): Buffer {
  const page = drawn(blocks)[0] ?? blank();
  return format === 'png' ? page.toBuffer('image/png') : page.toBuffer('image/jpeg', 92);
}

/** A PDF whose pages hold one picture each. */
export function renderScan(blocks: readonly PrintedBlock[]): Buffer {
  const pages = drawn(blocks);
  const objects: Buffer[] = [];
  const object = (dictionary: string, stream?: Buffer) =>
    objects.push(
      Buffer.concat([
        Buffer.from(`${objects.length + 1} 0 obj\n${dictionary}\n`),
        ...(stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : []),
        Buffer.from('endobj\n'),
      ]),
    );
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${WIDTH} ${HEIGHT}] >>`);
  for (const page of pages) {
    const [number, jpeg] = [objects.length + 1, page.toBuffer('image/jpeg', 92)];
    const content = Buffer.from(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /I Do Q`);
    const size = `/Width ${page.width} /Height ${page.height} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
    object(`<< /Type /Page /Parent 2 0 R /Contents ${number + 1} 0 R /Resources << /XObject << /I ${number + 2} 0 R >> >> >>`); // prettier-ignore
    object(`<< /Length ${content.length} >>`, content);
    object(`<< /Type /XObject /Subtype /Image ${size} /Filter /DCTDecode /Length ${jpeg.length} >>`, jpeg);
  }
  let offset = 9;
  const offsets = objects.map(({ length }) => (offset += length) - length);
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${offset}\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...objects, Buffer.from(table + trailer)]);
}
