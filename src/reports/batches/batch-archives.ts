import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../domain/domain-error.js';
import type { Advance } from '../../events/long-work.js';
import { IncomingFiles } from '../../files/incoming-files.js';
import { StoredFilesService } from '../../files/stored-files.service.js';
import { ReportFactsRepository } from '../content/report-facts.repository.js';
import { IssuingService } from '../issuing.service.js';
import { ReportFilesService } from '../report-files.service.js';
import { type NamedSubject, subjectsOf } from './batch-subjects.js';
import { archiveTooLarge } from './errors.js';
import type { BatchProblem, ReportBatch } from './report-batch.entity.js';
import { ZipArchive } from './zip-archive.js';

/** A zip file without its extension for large ones holds 4 GB, and a hash of more is not worth waiting for. */
const MOST_MEGABYTES = 2_000;

/** What to issue, and how to write it. */
export type BatchWish = Pick<
  ReportBatch,
  'kind' | 'month' | 'departments' | 'formats' | 'language' | 'showPersonalData' | 'reason'
>;

/** An archive in the storage. */
export interface StoredArchive {
  readonly sha256: string;
  readonly size: number;
  readonly problems: readonly BatchProblem[];
}

export interface Making {
  readonly at: Date;
  readonly advance: Advance;
  /** Once it is aborted nothing more is issued, and nothing is left of the archive. */
  readonly signal: AbortSignal;
}

/** One click instead of days in December: issues the reports of many, and packs their files. */
@Injectable()
export class BatchArchives {
  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: ReportFactsRepository,
    private readonly issuing: IssuingService,
    private readonly files: ReportFilesService,
    private readonly incoming: IncomingFiles,
    private readonly stored: StoredFilesService,
  ) {}

  /** @throws DomainError `archive-too-large`; what the signal was aborted with */
  async make(wish: BatchWish, making: Making): Promise<StoredArchive> {
    const subjects = await subjectsOf(this.facts, this.dataSource.manager, wish);
    const problems: BatchProblem[] = [];
    const content = Readable.from(this.pack(subjects, wish, making, problems));
    const file = await this.incoming.receive(content, MOST_MEGABYTES).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'file-too-large') throw archiveTooLarge(MOST_MEGABYTES);
      throw error;
    });
    try {
      return { sha256: await this.stored.keepUnseen(file), size: file.size, problems };
    } finally {
      await this.incoming.discard(file);
    }
  }

  private async *pack(
    subjects: readonly NamedSubject[],
    wish: BatchWish,
    { at, advance, signal }: Making,
    problems: BatchProblem[],
  ): AsyncGenerator<Uint8Array> {
    const archive = new ZipArchive(at);
    for (const [done, { subject, name }] of subjects.entries()) {
      signal.throwIfAborted();
      try {
        const report = await this.issuing.issue(subject, { at, reason: wish.reason });
        for (const format of wish.formats) {
          const file = await this.files.file(report, { ...wish, format });
          yield* archive.add(file.name, file.content);
        }
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push({ name, message: error.messages });
      }
      await advance(done + 1);
    }
    if (problems.length > 0) yield* archive.add(...leftOut(problems, wish));
    yield* archive.end();
  }
}

/** Whoever passes the archive on passes on what it lacks. */
function leftOut(problems: readonly BatchProblem[], { language }: BatchWish): [string, Uint8Array] {
  const lines = problems.map(({ name, message }) => `${name}: ${message[language]}\r\n`);
  return [language === 'zh' ? '未出具.txt' : 'not-issued.txt', Buffer.from(lines.join(''))];
}
