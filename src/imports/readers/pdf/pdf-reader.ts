import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damagedDocument } from '../../../common/documents/errors.js';
import type { Block, RecognisedPage, UnseenPart } from '../../table-model.js';
import { CellBudget } from '../cell-budget.js';
import { blocksOfPage } from '../pages/page-blocks.js';
import { checkPages, scanned } from '../pages/page-limits.js';
import { cellText } from '../pages/piece-text.js';
import { rowBoxes } from '../pages/row-boxes.js';
import { MOST_PIXELS } from '../ocr/picture-errors.js';
import { drawnOn, piecesOf, textsOf, viewportOf } from './page-contents.js';
import { attachmentsOf, notesOn } from './page-notes.js';
import { openPdf } from './open-pdf.js';
import { checkStreams } from './stream-sizes.js';
import type { ReadBlocks, Reader } from '../reader.js';

/** Pictures are of no interest where there is text, and would only be unpacked. */
const NO_PICTURES = 1;
/** Its dictionary stands in the file as it is: pages without one are blank, or made to keep a reader busy. */
const A_PICTURE = /\/Subtype\s*\/Image\b/;

/** Text and ruling lines of a PDF. Tables come from the lines; where there are none, from the gaps between glyphs. */
export const pdfReader: Reader = {
  format: 'pdf',
  async read(bytes) {
    await checkStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const document = await openPdf(bytes, NO_PICTURES);
    checkPages(document.numPages);
    const { blocks, textless, unseen, recognised } = await contentsOf(document, hasPictures(bytes));
    unseen.push(...(await attachmentsOf(document)));
    // Waits for what the library still does: of a document that is too large it would be all that was not read.
    await document.loadingTask.destroy();
    if (blocks.length === 0) return scannedPages(bytes);
    const pictured = hasPictures(bytes) ? picturedPages(textless) : [];
    return { blocks, unseen: [...unseen, ...pictured], ...(recognised.length > 0 && { recognised }) };
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
  const { readScan } = await import('../ocr/scanned-document.js');
  const document = await openPdf(bytes, MOST_PIXELS);
  const read = await readScan(document);
  await document.loadingTask.destroy();
  return read;
}

interface Contents {
  readonly blocks: Block[];
  /** Numbers of pages without any text. */
  readonly textless: number[];
  readonly unseen: UnseenPart[];
  readonly recognised: RecognisedPage[];
}

async function contentsOf(document: PDFDocumentProxy, hasPictures: boolean): Promise<Contents> {
  const contents: Contents = { blocks: [], textless: [], unseen: [], recognised: [] };
  const budget = new CellBudget();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number).catch(() => {
      throw damagedDocument();
    });
    await addPage(page, contents, hasPictures, budget);
    page.cleanup();
  }
  return contents;
}

async function addPage(page: PDFPageProxy, to: Contents, hasPictures: boolean, budget: CellBudget): Promise<void> {
  const { pageNumber } = page;
  const items = await textsOf(page);
  const viewport = viewportOf(page, items);
  const texts = piecesOf(items, viewport);
  const notes = await notesOn(page, viewport);
  to.unseen.push(...notes.unseen);
  if (texts.length + notes.pieces.length === 0) {
    to.textless.push(pageNumber);
    return;
  }
  const { rules, visibility } = await drawnOn(page, viewport);
  const invisible = new Set(visibility.invisible(texts));
  // A scan that can be searched: somebody else's program recognised its text, and laid it unseen over the picture.
  const isRecognised = hasPictures && invisible.size === texts.length && texts.length > 0;
  if (!isRecognised && invisible.size > 0)
    to.unseen.push({ kind: 'hidden-text', text: cellText([...invisible]), source: `p${pageNumber}` });
  const seen = isRecognised ? texts : texts.filter((piece) => !invisible.has(piece));
  const { blocks, extents, unseen } = blocksOfPage([...seen, ...notes.pieces], rules, pageNumber, budget);
  to.blocks.push(...blocks);
  to.unseen.push(...unseen);
  if (!isRecognised) return;
  // Its picture is shown as the page says, and its text may have been turned.
  const boxes = viewport.rotation === page.rotate ? rowBoxes(viewport, extents) : {};
  to.recognised.push({ page: pageNumber, confidence: null, boxes });
}
