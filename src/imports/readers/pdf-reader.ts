import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damagedDocument, encryptedDocument } from '../../common/documents/document-errors.js';
import { fromProjectRoot } from '../../common/project-root.js';
import { ImportError } from '../import-error.js';
import type { Block } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import { pageBlocks } from './pdf/page-blocks.js';
import { piecesOf, rulesOf } from './pdf/page-contents.js';
import { ruledTables } from './pdf/ruled-tables.js';
import type { Reader } from './reader.js';

const MOST_PAGES = 1_000;
const LIBRARY = fromProjectRoot('node_modules', 'pdfjs-dist');

/** Text and ruling lines of a PDF. Tables come from the lines; where there are none, from the gaps between glyphs. */
export const pdfReader: Reader = {
  format: 'pdf',
  async read(bytes) {
    const document = await opened(bytes);
    try {
      if (document.numPages > MOST_PAGES) throw tooManyPages(document.numPages);
      const blocks = await blocksOf(document);
      if (blocks.length === 0) throw scanned();
      return { blocks };
    } finally {
      await document.loadingTask.destroy();
    }
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
    const tables = pieces.length === 0 ? [] : ruledTables(await rulesOf(page));
    const found = pageBlocks(pieces, tables, number);
    budget.take(
      found.reduce((count, block) => count + (block.kind === 'table' ? block.rows.flat().length : 1), 0),
      `p${number}`,
    );
    blocks.push(...found);
    page.cleanup();
  }
  return blocks;
}

const scanned = () =>
  new ImportError('document-scanned', null, {
    zh: '这个 PDF 里没有文字，多半是扫描件。请用原始的 Word、Excel 或文字版 PDF，或先做文字识别（OCR）再试。',
    en: 'This PDF holds no text; it is probably a scan. Use the original Word, Excel or text PDF, or recognise its text (OCR) first and try again.',
  });

const tooManyPages = (pages: number) =>
  new ImportError('document-too-large', null, {
    zh: `PDF 有 ${pages} 页，最多 ${MOST_PAGES} 页。请只保留绩效目标表所在的页后重试。`,
    en: `The PDF has ${pages} pages; at most ${MOST_PAGES} are read. Keep only the pages with the target sheets and try again.`,
  });
