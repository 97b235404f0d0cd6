import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damagedDocument, encryptedDocument } from '../../common/documents/document-errors.js';
import { fromProjectRoot } from '../../common/project-root.js';
import type { Block, UnseenPart } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import { blocksOfPage } from './pages/page-blocks.js';
import { checkPages, scanned } from './pages/page-limits.js';
import { piecesOf, rulesOf } from './pdf/page-contents.js';
import { checkStreams } from './pdf/stream-sizes.js';
import type { ReadBlocks, Reader } from './reader.js';

/** Pictures are of no interest where there is text, and would only be unpacked. */
const NO_PICTURES = 1;
/** An A3 page at 400 dots per inch. */
const MOST_PIXELS = 32_000_000;
/** Its dictionary stands in the file as it is: pages without one are blank, or made to keep a reader busy. */
const A_PICTURE = /\/Subtype\s*\/Image\b/;
const LIBRARY = fromProjectRoot('node_modules', 'pdfjs-dist');

/** Text and ruling lines of a PDF. Tables come from the lines; where there are none, from the gaps between glyphs. */
export const pdfReader: Reader = {
  format: 'pdf',
  async read(bytes) {
    await checkStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const document = await opened(bytes, NO_PICTURES);
    checkPages(document.numPages);
    const { blocks, textless } = await blocksOf(document);
    // Waits for what the library still does: of a document that is too large it would be all that was not read.
    await document.loadingTask.destroy();
    if (blocks.length === 0) return scannedPages(bytes);
    return { blocks, unseen: hasPictures(bytes) ? picturedPages(textless) : [] };
  },
};

const hasPictures = (bytes: Uint8Array): boolean =>
  A_PICTURE.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

/** Of a document that has pictures, pages without text may be scans. */
const picturedPages = (pages: readonly number[]): UnseenPart[] =>
  pages.length > 0 ? [{ kind: 'pictured-page', text: '', source: pages.map((page) => `P${page}`).join('、') }] : [];

/** Loaded when first needed: most documents are no scans. */
async function scannedPages(bytes: Uint8Array): Promise<ReadBlocks> {
  if (!hasPictures(bytes)) throw scanned();
  const { readScan } = await import('./ocr/scanned-document.js');
  const document = await opened(bytes, MOST_PIXELS);
  const read = await readScan(document);
  await document.loadingTask.destroy();
  return read;
}

async function opened(bytes: Uint8Array, maxImageSize: number): Promise<PDFDocumentProxy> {
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

async function blocksOf(document: PDFDocumentProxy): Promise<{ blocks: Block[]; textless: number[] }> {
  const blocks: Block[] = [];
  const textless: number[] = [];
  const budget = new CellBudget();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch(() => {
      throw damagedDocument();
    });
    const pieces = await piecesOf(page);
    if (pieces.length === 0) textless.push(number);
    else blocks.push(...blocksOfPage(pieces, await rulesOf(page), number, budget));
    page.cleanup();
  }
  return { blocks, textless };
}
