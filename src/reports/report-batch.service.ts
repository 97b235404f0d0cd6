import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Zip, ZipPassThrough } from 'fflate';
import { DataSource } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { DomainError } from '../domain/domain-error.js';
import { type Advance, LongWork } from '../events/long-work.js';
import type { ReportKind } from './content/report-content.js';
import { ReportFactsRepository } from './content/report-facts.repository.js';
import { IssuingService } from './issuing.service.js';
import { type FileOptions, ReportFilesService } from './report-files.service.js';
import type { ReportSubject } from './report-subject.js';
import type { ReportFormat } from './writers/formats.js';

export interface Batch extends Omit<FileOptions, 'format'> {
  readonly kind: ReportKind;
  readonly month: string;
  readonly formats: readonly ReportFormat[];
  readonly reason: string | null;
  readonly at: Date;
}

/** One click instead of days in December: issues the reports of everything that somebody sees, and packs their files. */
@Injectable()
export class ReportBatchService {
  private readonly logger = new Logger(ReportBatchService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: ReportFactsRepository,
    private readonly issuing: IssuingService,
    private readonly files: ReportFilesService,
    private readonly longWork: LongWork,
  ) {}

  /**
   * A ZIP archive that is made while it is read, and never lies on a disk: who stops reading cancels the rest. Progress
   * is told as `work-progress` of kind `reports`.
   */
  async archive(batch: Batch, scope: Scope): Promise<Readable> {
    const subjects = await this.subjects(batch, scope);
    const output = new PassThrough();
    const work = this.longWork.track('reports', subjects.length, (advance) =>
      pipeline(this.pack(subjects, batch, advance), output),
    );
    work.catch((error: unknown) => {
      this.logger.warn({ message: 'a batch of reports was not finished', error: String(error) });
    });
    return output;
  }

  private async subjects({ kind, month }: Batch, scope: Scope): Promise<ReportSubject[]> {
    const sheets = await this.facts.sheetsInScope(this.dataSource.manager, month, scope);
    const departments = new Set(sheets.map(({ departmentId }) => departmentId));
    return kind === 'scoring'
      ? [...departments].map((departmentId) => ({ kind, month, departmentId, sheetId: null }))
      : sheets.map((sheet) => ({ kind, month, ...sheet }));
  }

  private async *pack(subjects: readonly ReportSubject[], batch: Batch, advance: Advance): AsyncGenerator<Uint8Array> {
    const archive = new Archive(batch.at);
    const problems: string[] = [];
    for (const [done, subject] of subjects.entries()) {
      try {
        const report = await this.issuing.issue(subject, batch);
        for (const format of batch.formats) {
          const { name, content } = await this.files.file(report, { ...batch, format });
          yield* archive.add(name, content);
        }
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push(`${subject.sheetId ?? subject.departmentId ?? ''} ${error.messages[batch.language]}`);
      }
      await advance(done + 1);
    }
    // Too late for a status of its own: the archive says itself what it lacks.
    if (problems.length > 0) {
      const name = batch.language === 'zh' ? '未出具.txt' : 'not-issued.txt';
      yield* archive.add(name, Buffer.from(`${problems.join('\r\n')}\r\n`));
    }
    yield* archive.end();
  }
}

/** Files are stored as they are: their formats are compressed already. */
class Archive {
  private readonly chunks: Uint8Array[] = [];
  private readonly names = new Set<string>();
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  constructor(private readonly at: Date) {}

  add(name: string, content: Uint8Array): Uint8Array[] {
    const file = new ZipPassThrough(this.unused(name));
    file.mtime = this.at;
    this.zip.add(file);
    file.push(content, true);
    return this.chunks.splice(0);
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.chunks.splice(0);
  }

  /** Two projects may have one name. */
  private unused(name: string): string {
    let unused = name;
    for (let count = 2; this.names.has(unused); count += 1) unused = name.replace(/(\.\w+)$/, ` (${count})$1`);
    this.names.add(unused);
    return unused;
  }
}
