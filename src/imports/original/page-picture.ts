import { contentKind } from '../readers/content-kind.js';
import { pageCanvas } from '../readers/ocr/page-canvas.js';
import { pictureAsPdf } from '../readers/ocr/picture-as-pdf.js';
import { MOST_PIXELS } from '../readers/ocr/picture-errors.js';
import { openPdf } from '../readers/pdf/open-pdf.js';
import { checkStreams } from '../readers/pdf/stream-sizes.js';
import { noSuchPage, withoutPages } from './errors.js';

/** In pixels: an A4 page at 171 dots per inch. */
const LONGEST_SIDE = 2_000;

/**
 * A page of a PDF or of a picture as PNG, as it is seen.
 * @throws DomainError `not-found` where there is no such page or the format has none, `document-unreadable`, `document-too-large`
 */
export async function pagePicture(bytes: Uint8Array, number: number): Promise<Uint8Array> {
  const kind = await contentKind(bytes);
  if (kind !== 'PDF' && kind !== 'picture') throw withoutPages();
  const pdf = kind === 'PDF' ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : pictureAsPdf(bytes);
  await checkStreams(pdf);
  const document = await openPdf(pdf, MOST_PIXELS);
  try {
    if (number > document.numPages) throw noSuchPage(number, document.numPages);
    return (await pageCanvas(document, number, LONGEST_SIDE)).toBuffer('image/png');
  } finally {
    await document.loadingTask.destroy();
  }
}
