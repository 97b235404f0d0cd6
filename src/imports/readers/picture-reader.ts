import { jpegPage } from './ocr/jpeg-page.js';
import { unknownPicture } from './ocr/picture-errors.js';
import { pdfOfPicture } from './ocr/picture-page.js';
import { pngPage } from './ocr/png-page.js';
import { pdfReader } from './pdf-reader.js';
import type { Reader } from './reader.js';

/** A photograph or a scan that is no PDF, read as the one page of one. */
export const pictureReader: Reader = {
  format: 'picture',
  read(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer[0] === 0x89) return pdfReader.read(pdfOfPicture(pngPage(buffer)));
    if (buffer[0] === 0xff) return pdfReader.read(pdfOfPicture(jpegPage(buffer)));
    throw unknownPicture();
  },
};
