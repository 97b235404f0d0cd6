import type { ReportDocument } from '../model/report-document.js';
import { writeDocx } from './docx-writer.js';
import type { ReportFormat } from './formats.js';
import { writeHtml } from './html-writer.js';
import { writePdf } from './pdf-writer.js';
import { writeXlsx } from './xlsx-writer.js';

/** What the thread is asked for. */
export interface WritingTask {
  readonly document: ReportDocument;
  readonly format: ReportFormat;
}

const WRITERS: Record<ReportFormat, (document: ReportDocument) => Promise<Buffer>> = {
  xlsx: writeXlsx,
  docx: writeDocx,
  pdf: writePdf,
  html: writeHtml,
};

/** Runs in the thread that `ReportWriter` keeps. The same document gives the same bytes. */
export default ({ document, format }: WritingTask): Promise<Buffer> => WRITERS[format](document);
