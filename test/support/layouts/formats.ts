import type { PrintedBlock } from '../documents/printed-document.js';
import { renderDocx } from '../documents/render-docx.js';
import { renderHtml } from '../documents/render-html.js';
import { renderPdf } from '../documents/render-pdf.js';
import { renderText } from '../documents/render-text.js';
import { renderXlsx } from '../documents/render-xlsx.js';

export interface Format {
  readonly name: string;
  readonly render: (blocks: readonly PrintedBlock[]) => Buffer | Promise<Buffer>;
}

/** The formats in which layouts are printed; plain text first. */
export const FORMATS: readonly Format[] = [
  { name: 'text', render: renderText },
  { name: 'html', render: renderHtml },
  { name: 'docx', render: renderDocx },
  { name: 'xlsx', render: renderXlsx },
  { name: 'pdf', render: (blocks) => renderPdf(blocks) },
];
