import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../common/access/actor.js';
import { isolated } from '../../common/documents/isolated.js';
import { DomainError, type Language, type Problem } from '../../domain/domain-error.js';
import { monthNumber, yearOf } from '../../domain/month.js';
import { type BulkOptions, BulkService } from '../bulk.service.js';
import type { TemplateQuery } from '../dto/template.dto.js';
import type { Outcome } from '../entry-writes.service.js';
import { IndicatorMonthsRepository } from '../indicator-months.repository.js';
import type { Field } from './columns.js';
import { otherMonth } from './template-errors.js';
import type { FilledTemplate, TemplateRow } from './template-reader.js';

const MOST_INDICATORS = 1000;

/** What became of a filled row; `written` false where nothing was written at all. */
export interface TemplateResult {
  readonly written: boolean;
  readonly rows: readonly { readonly row: TemplateRow; readonly outcome: Outcome }[];
}

/** The monthly entry as a workbook: out with what is known, back with what was filled in. */
@Injectable()
export class TemplateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly months: IndicatorMonthsRepository,
    private readonly bulk: BulkService,
  ) {}

  /** For the indicators that the caller may enter for and that are due in the month; measures are entered elsewhere. */
  async download({ month, departmentId, sectionId }: TemplateQuery, actor: Actor, language: Language): Promise<Buffer> {
    const query = { year: yearOf(month), departmentId, sectionId, whose: 'mine' as const, limit: MOST_INDICATORS };
    const indicators = await this.months.list(this.dataSource.manager, query, actor);
    const due = indicators.filter(
      ({ dueMonth, measureId }) => measureId === null && (dueMonth ?? monthNumber(month)) === monthNumber(month),
    );
    // Loaded when it is needed: a service that starts is ready half a second earlier without the library of workbooks.
    const { templateWorkbook } = await import('./template-writer.js');
    return templateWorkbook(month, due, language);
  }

  /** @throws DomainError when the workbook as a whole cannot be read, `template-other-month` */
  async upload(bytes: Uint8Array, month: string, actor: Actor, options: BulkOptions): Promise<TemplateResult> {
    const template = await isolated<FilledTemplate>(new URL('./template-worker.js', import.meta.url), { bytes });
    if (template.month !== month) throw otherMonth(template.month, month);
    const unreadable = new Map(
      template.rows.flatMap((row) => {
        const refusal = refusalOf(row);
        return refusal ? [[row, refusal] as const] : [];
      }),
    );
    const readable = template.rows.filter((row) => !unreadable.has(row));
    const toSave = readable.map(({ indicatorId, version, content }) => ({ indicatorId, month, version, content }));
    const dryRun = options.dryRun || (options.allOrNothing && unreadable.size > 0);
    const { written, outcomes } =
      toSave.length > 0
        ? await this.bulk.save(toSave, actor, { ...options, dryRun })
        : { written: !dryRun, outcomes: [] };
    const saved = new Map(readable.map((row, place) => [row, outcomes[place]]));
    const rows = template.rows.map((row) => ({
      row,
      outcome: saved.get(row) ?? { entry: null, refusal: unreadable.get(row) ?? noOutcome() },
    }));
    return { written, rows: rows.map(({ row, outcome }) => ({ row, outcome: withPlaces(outcome, row) })) };
  }
}

function noOutcome(): never {
  throw new Error('a row without an outcome');
}

/** Why a row cannot even be tried. */
function refusalOf({ row, place, indicatorId, problems }: TemplateRow): DomainError | null {
  const unknown: Problem[] = isUuid(indicatorId)
    ? []
    : [
        {
          code: 'indicator-unknown',
          pointer: place,
          message: { zh: `第 ${row} 行的编号被改动。`, en: `The id of row ${row} was changed.` },
        },
      ];
  const all = [...unknown, ...problems];
  const texts = (language: 'zh' | 'en') => all.map(({ message }) => message[language]).join(' ');
  return all.length > 0 ? new DomainError('row-unreadable', { zh: texts('zh'), en: texts('en') }, all) : null;
}

/** Problems point to the cells that people see, not to fields of a request. */
function withPlaces(outcome: Outcome, { cells, place: row }: TemplateRow): Outcome {
  const { refusal } = outcome;
  if (!refusal || refusal.problems.length === 0) return outcome;
  const place = (pointer: string) => cells[pointer.slice(1) as Field] ?? (pointer.includes('!') ? pointer : row);
  const problems = refusal.problems.map((problem) => ({ ...problem, pointer: place(problem.pointer) }));
  return { entry: null, refusal: new DomainError(refusal.code, refusal.messages, problems) };
}
