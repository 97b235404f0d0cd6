import { pictureAsPdf } from './picture-as-pdf.js';
import { pdfReader } from '../pdf/pdf-reader.js';
import type { Reader } from '../reader.js';

/** A photograph or a scan that is no PDF, read as the one page of one. */
export const pictureReader: Reader = {
  format: 'picture',
  read: (bytes) => pdfReader.read(pictureAsPdf(bytes)),
};
