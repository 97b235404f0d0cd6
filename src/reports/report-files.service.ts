import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../audit/audit-log.js';
import { shortened } from '../common/shortened.js';
import { Configuration } from '../config/configuration.js';
import type { Language } from '../domain/domain-error.js';
import type { ReportKind } from './content/report-content.js';
import { documentOf, type IssuedReport } from './forms/document-of.js';
import type { Report } from './report.entity.js';
import type { ReportDocument } from './model/report-document.js';
import { CONTENT_TYPES, type ReportFormat } from './writers/formats.js';
import { ReportWriter } from './writers/report-writer.js';

export interface FileOptions {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly showPersonalData: boolean;
}

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** As they stand in the names of files. */
export const KIND_NAMES: Record<ReportKind, Record<Language, string>> = {
  scoring: { zh: '绩效评分月报', en: 'scoring-report' },
  'self-evaluation': { zh: '绩效自评表', en: 'self-evaluation' },
  monitoring: { zh: '绩效目标执行监控表', en: 'monitoring' },
};

/** Reports as files: written when asked for, always with the same bytes. */
@Injectable()
export class ReportFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly writer: ReportWriter,
  ) {}

  async file(report: Report, { format, language, showPersonalData }: FileOptions): Promise<ReportFile> {
    const document = this.document(report, { language, showPersonalData });
    const content = await this.writer.write(document, format);
    if (showPersonalData) await this.recordExport(report, format);
    return { name: fileName(report, format, language), type: CONTENT_TYPES[format], content };
  }

  /** Who has taken telephone numbers and addresses out of the service. */
  private recordExport({ id, departmentId, kind, month, version }: Report, format: ReportFormat): Promise<void> {
    return recordInAuditLog(this.dataSource.manager, {
      action: 'report.exported',
      subjectType: 'report',
      subjectId: id,
      departmentId,
      after: { kind, month, version, format, personalData: 'shown' },
    });
  }

  /** What all files of a report say. */
  document(report: IssuedReport, options: Omit<FileOptions, 'format'>): ReportDocument {
    return documentOf(report, { ...options, timeZone: this.configuration.TIME_ZONE });
  }
}

/** `绩效评分月报-2026-10-某部门-v1.pdf`, without what file systems or headers refuse, names of 600 characters among it. */
function fileName({ kind, month, version, content }: Report, format: ReportFormat, language: Language): string {
  const whose = shortened(content.name ?? (language === 'zh' ? '全部部门' : 'all-departments'));
  const name = [KIND_NAMES[kind][language], month, whose, `v${version}`].join('-');
  return `${name.replace(/[\p{Cc}\\/:*?"<>|\s]+/gu, ' ')}.${format}`;
}
