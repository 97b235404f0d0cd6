import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CellBudget } from '../cell-budget.js';
import { scanned } from '../pages/page-limits.js';
import type { ReadBlocks } from '../reader.js';
import { ocrProgram } from './ocr-program.js';
import { pageCanvas } from './page-canvas.js';
import { type ReadPage, readPicture } from './scanned-page.js';

/** A PDF without text. @throws DomainError `document-scanned` where no program recognises text, or none is there */
export async function readScan(document: PDFDocumentProxy): Promise<ReadBlocks> {
  const program = ocrProgram();
  if (!program) throw scanned();
  const budget = new CellBudget();
  const pages: (ReadPage | null)[] = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPicture(program, await pageCanvas(document, number), number, budget));
  const recognised = pages.filter((page) => page !== null);
  if (recognised.length === 0) throw scanned();
  return {
    blocks: recognised.flatMap(({ blocks }) => blocks),
    recognised: recognised.map(({ blocks: _, ...page }) => page),
  };
}
