import { jpegPage } from './jpeg-page.js';
import { tiff, unknownPicture } from './picture-errors.js';
import { pdfOfPicture } from './picture-page.js';
import { pngPage } from './png-page.js';

/** A PNG or JPEG file as the one page of a PDF. @throws DomainError `document-unreadable`, `document-too-large`, `format-unsupported` */
export function pictureAsPdf(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0x89) return pdfOfPicture(pngPage(buffer));
  if (buffer[0] === 0xff) return pdfOfPicture(jpegPage(buffer));
  throw /^(?:II\*\0|MM\0\*)/.test(buffer.toString('latin1', 0, 4)) ? tiff() : unknownPicture();
}
