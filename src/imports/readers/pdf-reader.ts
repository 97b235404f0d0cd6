import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damagedDocument, encryptedDocument } from '../../common/documents/document-errors.js';
import { fromProjectRoot } from '../../common/project-root.js';
import type { Block } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import { blocksOfPage } from './pages/page-blocks.js';
import { checkPages, scanned } from './pages/page-limits.js';
import { piecesOf, rulesOf } from './pdf/page-contents.js';
import { checkStreams } from './pdf/stream-sizes.js';
import type { Reader } from './reader.js';

const LIBRARY = fromProjectRoot('node_modules', 'pdfjs-dist');

/** Text and ruling lines of a PDF. Tables come from the lines; where there are none, from the gaps between glyphs. */
export const pdfReader: Reader = {
  format: 'pdf',
  async read(bytes) {
    await checkStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const document = await opened(bytes);
    checkPages(document.numPages);
    const blocks = await blocksOf(document);
    if (blocks.length === 0) throw scanned();
    // Waits for what the library still does: of a document that is too large it would be all that was not read.
    await document.loadingTask.destroy();
    return { blocks };
  },
};

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
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
      // Pictures are of no interest and would only be unpacked.
      maxImageSize: 1,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw (error as Error).name === 'PasswordException' ? encryptedDocument() : damagedDocument();
  }
}

async function blocksOf(document: PDFDocumentProxy): Promise<Block[]> {
  const blocks: Block[] = [];
  const budget = new CellBudget();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch(() => {
      throw damagedDocument();
    });
    const pieces = await piecesOf(page);
    if (pieces.length > 0) blocks.push(...blocksOfPage(pieces, await rulesOf(page), number, budget));
    page.cleanup();
  }
  return blocks;
}
