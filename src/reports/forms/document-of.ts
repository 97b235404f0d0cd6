import { masked } from '../../common/personal-data.js';
import type { Language } from '../../domain/domain-error.js';
import type { ReportContent, ReportedSheet } from '../content/report-content.js';
import type { ReportDocument } from '../model/report-document.js';
import { departmentSelfEvaluation } from './department-self-evaluation.js';
import type { FormBody } from './form-body.js';
import { policyNote, provisionalNotes, sayIn, takenUpNotes, waiverNotes } from './form-words.js';
import { monitoringForm } from './monitoring-form.js';
import { projectSelfEvaluation } from './project-self-evaluation.js';
import { scoringReport } from './scoring-report.js';

/** A report as it was issued. */
export interface IssuedReport {
  readonly content: ReportContent;
  readonly version: number;
  readonly reason: string | null;
  readonly hash: string;
  readonly issuedAt: Date;
}

export interface DocumentOptions {
  readonly language: Language;
  /** Whether names and telephone numbers of people are printed in full. */
  readonly showPersonalData: boolean;
  /** Of the installation, in which the day of issue is printed. */
  readonly timeZone: string;
}

const HASH_SHOWN = 16;

/** The report as a document in one language. */
export function documentOf(report: IssuedReport, options: DocumentOptions): ReportDocument {
  const { language, showPersonalData } = options;
  const say = sayIn(language);
  const content = showPersonalData ? report.content : masked(report.content);
  return {
    ...bodyOf(content, language),
    language,
    watermark: content.draft ? say('草稿', 'DRAFT') : null,
    notes: [...new Set(content.sheets.flatMap((sheet) => notesOn(sheet, language)))],
    issue: issueLine(report, options),
    issuedAt: report.issuedAt,
  };
}

function bodyOf(content: ReportContent, language: Language): FormBody {
  const [sheet] = content.sheets;
  if (content.kind === 'scoring' || !sheet) return scoringReport(content, language);
  if (content.kind === 'monitoring') return monitoringForm(sheet, language);
  return sheet.kind === 'project' ? projectSelfEvaluation(sheet, language) : departmentSelfEvaluation(sheet, language);
}

function notesOn(sheet: ReportedSheet, language: Language): string[] {
  const say = sayIn(language);
  return [
    ...waiverNotes(sheet, say),
    ...takenUpNotes(sheet, say),
    ...provisionalNotes(sheet, say),
    policyNote(sheet, say),
  ];
}

function issueLine({ version, reason, hash, issuedAt }: IssuedReport, { language, timeZone }: DocumentOptions): string {
  const moment = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    issuedAt,
  );
  const why = reason === null ? '' : `（${reason}）`;
  const check = hash.slice(0, HASH_SHOWN);
  return language === 'zh'
    ? `第 ${version} 版${why}，${moment} 出具，校验码 ${check}`
    : `Version ${version}${reason === null ? '' : ` (${reason})`}, issued ${moment}, checksum ${check}`;
}
