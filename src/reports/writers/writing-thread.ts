import type { ReportDocument } from '../model/report-document.js';
import { type ReportFormat, writeReport } from './index.js';

/** What the thread is asked for. */
export interface WritingTask {
  readonly document: ReportDocument;
  readonly format: ReportFormat;
}

/** Runs in the thread that `ReportWriter` keeps. */
export default ({ document, format }: WritingTask): Promise<Buffer> => writeReport(document, format);
