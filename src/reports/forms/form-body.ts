import type { ReportDocument } from '../model/report-document.js';

/** What a form adds to what all reports have in common. */
export type FormBody = Pick<ReportDocument, 'title' | 'subtitle' | 'orientation' | 'parts' | 'signatures'>;
