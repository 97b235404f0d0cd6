import type { ReportDocument } from '../model/report-document.js';
import { writeDocx } from './docx-writer.js';
import { writeHtml } from './html-writer.js';
import { writePdf } from './pdf-writer.js';
import { writeXlsx } from './xlsx-writer.js';

export const REPORT_FORMATS = ['xlsx', 'docx', 'pdf', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const WRITERS: Record<ReportFormat, (document: ReportDocument) => Promise<Buffer>> = {
  xlsx: writeXlsx,
  docx: writeDocx,
  pdf: writePdf,
  html: writeHtml,
};

export const CONTENT_TYPES: Record<ReportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
};

/** The report as a file: the same document gives the same bytes. */
export function writeReport(document: ReportDocument, format: ReportFormat): Promise<Buffer> {
  return WRITERS[format](document);
}
