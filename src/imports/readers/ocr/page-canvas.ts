import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damagedDocument } from '../../../common/documents/errors.js';
import { checkPixels } from './picture-errors.js';

export const DOTS_PER_INCH = 200;
export const POINTS_PER_INCH = 72;

/**
 * A page of a PDF as a picture, in pixels `longest` at most on its longer side.
 * @throws DomainError `document-unreadable`, `document-too-large`
 */
export async function pageCanvas(document: PDFDocumentProxy, number: number, longest = Infinity): Promise<Canvas> {
  const page = await document.getPage(number).catch(() => {
    throw damagedDocument();
  });
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, longest / Math.max(width, height));
  const viewport = page.getViewport({ scale });
  const [wide, high] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  checkPixels(wide, high);
  const canvas = createCanvas(wide, high);
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#fff' }).promise;
  page.cleanup();
  return canvas;
}
