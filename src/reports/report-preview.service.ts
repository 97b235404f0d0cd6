import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOf } from './content/report-content.js';
import { ReportContentService } from './content/report-content.service.js';
import type { ReportDocument } from './model/report-document.js';
import { type FileOptions, ReportFilesService } from './report-files.service.js';
import type { ReportSubject } from './report-subject.js';
import { ReportsRepository } from './reports.repository.js';

/** What a report would say if it were issued now. */
export interface ReportPreview {
  readonly document: ReportDocument;
  /** The version that it would be: the last one's where nothing has changed since. */
  readonly version: number;
  /** Of the last version; null: there is none. */
  readonly last: {
    readonly id: string;
    readonly version: number;
    readonly issuedBy: string;
    readonly issuedAt: Date;
  } | null;
}

@Injectable()
export class ReportPreviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsRepository,
    private readonly content: ReportContentService,
    private readonly files: ReportFilesService,
  ) {}

  preview(subject: ReportSubject, at: Date, options: Omit<FileOptions, 'format'>): Promise<ReportPreview> {
    return this.dataSource.transaction(async (manager) => {
      const content = await this.content.contentOf(manager, subject, at);
      const last = await this.reports.latest(manager, subject);
      const hash = hashOf(content);
      const isSame = last !== null && hashOf(last.content) === hash;
      const version = (last?.version ?? 0) + (isSame ? 0 : 1);
      const document = this.files.document({ content, version, hash, reason: null, issuedAt: at }, options);
      return { document, version, last: last && headline(last) };
    });
  }
}

const headline = ({ id, version, issuedBy, issuedAt }: NonNullable<ReportPreview['last']>) => ({
  id,
  version,
  issuedBy,
  issuedAt,
});
