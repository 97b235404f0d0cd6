import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../common/access/actor.js';
import { DOCUMENTS } from '../../common/documents/isolated.js';
import { ConflictError, type DomainError, type Language, type Problem } from '../../domain/domain-error.js';
import { type Month, yearOf } from '../../domain/calendar/month.js';
import type { Question } from '../../domain/entries/questions.js';
import { type BulkOptions, type BulkResult, BulkService } from '../bulk/bulk.service.js';
import type { TemplateQuery } from './dto/template.dto.js';
import type { EntryToSave } from '../entries/entry-writes.repository.js';
import type { Outcome } from '../entries/entry-writes.service.js';
import { IndicatorMonthsRepository } from '../entries/indicator-months.repository.js';
import type { ProgressEntry } from '../entries/progress-entry.entity.js';
import type { Field } from './columns.js';
import { mismatchOf, typedBeside } from './row-match.js';
import { otherMonth, rowUnreadable, tooManyIndicators } from './errors.js';
import { isAsStored } from './unchanged.js';
import { type FilledTemplate, MOST_ROWS, type TemplateRow } from './template-reader.js';
import { entryOf, subjectsOf, type TemplateSubject } from './template-subjects.js';

/** What became of a filled row; a measure's row is written for all that it feeds, or for none. */
export interface RowResult {
  readonly row: TemplateRow;
  /** undefined: no row of theirs. */
  readonly subject: TemplateSubject | undefined;
  readonly entries: readonly ProgressEntry[];
  readonly questions: readonly Question[];
  readonly refusal: DomainError | null;
}

/** `written` false where nothing was written at all; `unchanged` rows say what is stored already. */
export interface TemplateResult {
  readonly written: boolean;
  readonly unchanged: number;
  readonly rows: readonly RowResult[];
}

/** The monthly entry as a workbook: out with what is known, back with what was filled in. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly months: IndicatorMonthsRepository,
    private readonly bulk: BulkService,
  ) {}

  /** For the indicators that the caller may enter for and that take an entry of the month. */
  async download({ month, ...query }: TemplateQuery, actor: Actor, language: Language): Promise<Buffer> {
    const subjects = await this.subjects(month, actor, query);
    if (subjects.length > MOST_ROWS) throw tooManyIndicators(MOST_ROWS);
    // Loaded when it is needed: a service that starts is ready half a second earlier without the library of workbooks.
    const { templateWorkbook } = await import('./template-writer.js');
    return templateWorkbook(month, subjects, language);
  }

  /** @throws DomainError when the workbook as a whole cannot be read, `template-other-month` */
  async upload(bytes: Uint8Array, month: Month, actor: Actor, options: BulkOptions): Promise<TemplateResult> {
    const template = await DOCUMENTS.isolated<FilledTemplate>(new URL('./template-worker.js', import.meta.url), {
      bytes,
    });
    if (template.month !== month) throw otherMonth(template.month, month);
    const ids = template.rows.map(({ id }) => id).filter((id) => isUuid(id));
    const subjects = new Map((await this.subjects(month, actor, {}, ids)).map((subject) => [subject.id, subject]));
    const refused = new Map<TemplateRow, DomainError>();
    const toSave = new Map<TemplateRow, readonly EntryToSave[]>();
    const rows = template.rows.filter((row) => saysSomething(row, subjects.get(row.id), month));
    for (const row of rows) {
      const subject = subjects.get(row.id);
      const problems = problemsOf(row, subject, month);
      if (!subject || problems.length > 0) refused.set(row, rowUnreadable(problems));
      else if (subject.isMeasure && subject.version !== row.version)
        refused.set(row, new ConflictError(null, subject.version));
      else toSave.set(row, entriesToSave(row, subject, month));
    }
    const dryRun = options.dryRun || (options.allOrNothing && refused.size > 0);
    const { written, results } = await this.save(toSave, actor, { ...options, dryRun });
    return {
      written,
      unchanged: template.rows.filter((row) => row.isFilled && !rows.includes(row)).length,
      rows: rows.map((row) => {
        const { refusal = refused.get(row) ?? null, ...rest } = results.get(row) ?? { entries: [], questions: [] };
        const subject = subjects.get(row.id);
        return { row, subject, ...rest, refusal: refusal && withAddresses(refusal, row) };
      }),
    };
  }

  /** Where some rows may be left out, they are looked for first: a measure's row is never written in part. */
  private async save(toSave: ReadonlyMap<TemplateRow, readonly EntryToSave[]>, actor: Actor, options: BulkOptions) {
    if (options.dryRun || options.allOrNothing) return this.tried(toSave, actor, options);
    const { results: before } = await this.tried(toSave, actor, { ...options, dryRun: true });
    const valid = new Map([...toSave].filter(([row]) => !before.get(row)?.refusal));
    const { written, results } = await this.tried(valid, actor, { dryRun: false, allOrNothing: true });
    return { written, results: new Map([...before, ...results]) };
  }

  private async tried(toSave: ReadonlyMap<TemplateRow, readonly EntryToSave[]>, actor: Actor, options: BulkOptions) {
    const rows = [...toSave.values()].flat();
    const nothing: BulkResult = { written: !options.dryRun, outcomes: [], foreign: new Set() };
    const { written, outcomes } = rows.length > 0 ? await this.bulk.save(rows, actor, options) : nothing;
    const byEntry = new Map(rows.map((row, index) => [row, outcomes[index]]));
    const results = [...toSave].map(
      ([row, entries]) => [row, together(entries.flatMap((one) => byEntry.get(one) ?? []))] as const,
    );
    return { written, results: new Map(results) };
  }

  /** @param ids only these indicators and measures */
  private async subjects(
    month: Month,
    actor: Actor,
    query: Omit<TemplateQuery, 'month'>,
    ids: readonly string[] | null = null,
  ): Promise<TemplateSubject[]> {
    const mine = { ...query, year: yearOf(month), month, whose: 'mine' as const, limit: MOST_INDICATORS };
    return subjectsOf(await this.months.list(this.dataSource.manager, mine, actor, ids), month, actor);
  }
}

/** Enough for as many rows as a template may have, each a measure that feeds several sheets. */
const MOST_INDICATORS = 4 * MOST_ROWS;

/** Every entry that the row stands for, each as the caller has seen it. */
const entriesToSave = ({ version, content }: TemplateRow, subject: TemplateSubject, month: Month): EntryToSave[] =>
  subject.indicators.map((indicator) => ({
    indicatorId: indicator.id,
    month,
    version: subject.isMeasure ? (entryOf(indicator, month)?.version ?? null) : version,
    content,
    throughMeasure: subject.isMeasure,
  }));

const problemsOf = (row: TemplateRow, subject: TemplateSubject | undefined, month: Month): Problem[] => [
  ...mismatchOf(row, subject, month),
  ...row.problems,
];

/** Rows that nobody filled in or changed are left out, unless something is wrong with them. */
function saysSomething(row: TemplateRow, subject: TemplateSubject | undefined, month: Month): boolean {
  if (!row.isFilled) return subject !== undefined && typedBeside(row, subject).length > 0;
  return !subject || problemsOf(row, subject, month).length > 0 || !isAsStored(row, subject, month);
}

function together(outcomes: readonly Outcome[]): Omit<RowResult, 'row' | 'subject'> {
  const questions = outcomes.flatMap((outcome) => (outcome.refusal ? [] : outcome.questions));
  return {
    entries: outcomes.flatMap(({ entry }) => entry ?? []),
    questions: [...new Map(questions.map((question) => [question.code, question])).values()],
    refusal: outcomes.find(({ refusal }) => refusal)?.refusal ?? null,
  };
}

/** Problems point to the cells that people see, not to fields of a request. */
function withAddresses(refusal: DomainError, { cells, address: row }: TemplateRow): DomainError {
  if (refusal.problems.length === 0) return refusal;
  const addressOf = (pointer: string) => cells[pointer.slice(1) as Field] ?? (pointer.includes('!') ? pointer : row);
  const problems = refusal.problems.map((problem): Problem => ({ ...problem, pointer: addressOf(problem.pointer) }));
  return refusal.told({ problems });
}
