import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damagedDocument, encryptedDocument } from '../../../common/documents/errors.js';
import { fromProjectRoot } from '../../../common/project-root.js';

const LIBRARY = fromProjectRoot('node_modules', 'pdfjs-dist');

/**
 * A PDF whose streams were checked; pictures of more pixels are left out.
 * @throws DomainError `document-unreadable`, `document-encrypted`
 */
export async function openPdf(bytes: Uint8Array, maxImageSize: number): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      // Fonts that are not embedded, as in many Chinese documents, need the character maps of the library.
      cMapUrl: `${LIBRARY}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${LIBRARY}/standard_fonts/`,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      useWorkerFetch: false,
      useWasm: false,
      maxImageSize,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw (error as Error).name === 'PasswordException' ? encryptedDocument() : damagedDocument();
  }
}
