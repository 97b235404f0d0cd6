import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { unfitValues } from '../../common/http/unfit-values.js';
import { Today } from '../../common/today.js';
import { saysSomething } from '../../common/says-something.js';
import { DomainError, type Problem } from '../../domain/domain-error.js';
import { checkEntry } from '../../domain/entries/entry-rules.js';
import { type Month, yearOf } from '../../domain/calendar/month.js';
import type { Question } from '../../domain/entries/questions.js';
import { monthOutsideYear } from '../../months/errors.js';
import { monthKey, MonthsService } from '../../months/months.service.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { inForce } from '../../targets/revisions/in-force.js';
import type { IndicatorOfYear } from '../../targets/indicators/indicators.service.js';
import type { SaveEntryDto } from './dto/entry.dto.js';
import { completedOnce, enteredByMeasure, entryInvalid } from './errors.js';
import type { EntryToSave, SeenEntry } from './entry-writes.repository.js';
import { checkMonth } from './month-checks.js';
import { entryKey, ProgressRepository } from './progress.repository.js';
import { EntryQuestionsService } from './entry-questions.service.js';
import { SubmissionChecks } from './submission-checks.js';
import type { Transition } from './transitions.js';
import { noIndicator } from '../../targets/indicators/errors.js';
import { notAsked } from '../../targets/indicators/not-asked.js';

type Refusals = Map<SeenEntry, DomainError>;
type Indicators = ReadonlyMap<string, IndicatorOfYear>;

/** Whether an entry may be saved or moved: the rules of the domain, and the month's place in the year. */
@Injectable()
export class EntryChecks {
  constructor(
    private readonly policies: PoliciesService,
    private readonly months: MonthsService,
    private readonly entries: ProgressRepository,
    private readonly submission: SubmissionChecks,
    private readonly questions: EntryQuestionsService,
    private readonly today: Today,
  ) {}

  /** @throws DomainError `entry-invalid` with every problem and its place, `month-not-open` */
  check(latest: IndicatorOfYear, month: Month, entry: SaveEntryDto): void {
    const indicator = inForce(latest, month);
    const { policy: policyName, fiscalYear } = indicator.sheet;
    const policy = this.policies.get(policyName);
    const problems = [
      ...unfitValues(entry),
      ...checkEntry(indicator, { ...entry, month }, policy),
      ...(yearOf(month) === fiscalYear ? [] : monthOutsideYear(month, fiscalYear).problems),
      ...reasonProblem(entry),
      ...notAsked(indicator, month),
    ];
    if (problems.length > 0) throw entryInvalid(indicator.name, month, problems);
    checkMonth(month, fiscalYear, this.today.date());
  }

  async beforeSaving(manager: EntityManager, rows: readonly EntryToSave[], indicators: Indicators): Promise<Refusals> {
    const refusals = await this.closedOrUnknown(manager, rows, indicators);
    for (const row of rows) {
      const indicator = indicators.get(row.indicatorId);
      const isLinked = !row.throughMeasure && indicator?.measure;
      const refusal = isLinked ? enteredByMeasure(indicator) : indicator && this.refusalOf(indicator, row);
      if (refusal) refusals.set(row, refusal);
    }
    const days = rows.flatMap((row) => (row.content?.completedOn ? [row] : []));
    for (const [row, refusal] of await this.completedBefore(manager, days, indicators))
      if (!refusals.has(row)) refusals.set(row, refusal);
    return refusals;
  }

  /** A thing is completed once: another day is corrected where it was entered, not entered beside it. */
  private async completedBefore<Row extends SeenEntry>(
    manager: EntityManager,
    days: readonly Row[],
    indicators: Indicators,
  ): Promise<Map<Row, DomainError>> {
    const known = await this.entries.reported(manager, [...new Set(days.map(({ indicatorId }) => indicatorId))]);
    return new Map(
      days.flatMap((row) => {
        const other = known.get(row.indicatorId)?.find(({ completedOn, month }) => completedOn && month !== row.month);
        const name = indicators.get(row.indicatorId)?.name ?? '';
        return other ? [[row, completedOnce(name, other)] as const] : [];
      }),
    );
  }

  /** What is to be asked about what is about to be saved; rows that nothing is asked about are left out. */
  async asked(
    manager: EntityManager,
    rows: readonly EntryToSave[],
    indicators: Indicators,
  ): Promise<Map<EntryToSave, readonly Question[]>> {
    const entries = rows.flatMap((row) => {
      const { indicatorId, month, content } = row;
      return content === null ? [] : [{ ...content, indicatorId, month, row }];
    });
    return new Map(
      [...(await this.questions.of(manager, entries, indicators))].map(([{ row }, asked]) => [row, asked]),
    );
  }

  /** @returns also the rows whose month is past its due date, where entries are submitted. */
  async beforeMoving(
    manager: EntityManager,
    transition: Transition,
    rows: readonly SeenEntry[],
    indicators: Indicators,
  ): Promise<{ refusals: Refusals; late: Set<SeenEntry> }> {
    const refusals = await this.closedOrUnknown(manager, rows, indicators);
    if (transition !== 'submitted') return { refusals, late: new Set() };
    const stored = new Map((await this.entries.findAll(manager, rows)).map((entry) => [entryKey(entry), entry]));
    const unfit = await this.submission.refusals(manager, [...stored.values()], indicators);
    const days = rows.flatMap((row) => (stored.get(entryKey(row))?.completedOn ? [row] : []));
    const completed = await this.completedBefore(manager, days, indicators);
    for (const row of rows) {
      const entry = stored.get(entryKey(row));
      // Whoever has seen another version is told so first.
      const refusal =
        entry?.version === row.version && isOpen(entry.status)
          ? (unfit.get(entry.id) ?? completed.get(row))
          : undefined;
      if (refusal && !refusals.has(row)) refusals.set(row, refusal);
    }
    return { refusals, late: await this.late(manager, rows, indicators) };
  }

  private refusalOf(indicator: IndicatorOfYear, { month, content }: EntryToSave): DomainError | null {
    if (content === null) return null;
    try {
      this.check(indicator, month, content);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  private async closedOrUnknown(
    manager: EntityManager,
    rows: readonly SeenEntry[],
    indicators: Indicators,
  ): Promise<Refusals> {
    const closed = await this.months.closed(manager, departmentMonths(rows, indicators));
    return new Map(
      rows.flatMap((row) => {
        const indicator = indicators.get(row.indicatorId);
        if (!indicator) return [[row, noIndicator()] as const];
        const refusal = closed.get(monthKey({ departmentId: indicator.sheet.departmentId, month: row.month }));
        return refusal ? [[row, refusal] as const] : [];
      }),
    );
  }

  private async late(
    manager: EntityManager,
    rows: readonly SeenEntry[],
    indicators: Indicators,
  ): Promise<Set<SeenEntry>> {
    const standings = await this.months.standings(departmentMonths(rows, indicators), manager);
    const late = new Set(standings.filter(({ dueAt }) => this.today.now() > dueAt).map(monthKey));
    return new Set(
      rows.filter(({ indicatorId, month }) => {
        const departmentId = indicators.get(indicatorId)?.sheet.departmentId;
        return departmentId !== undefined && late.has(monthKey({ departmentId, month }));
      }),
    );
  }
}

/** Each month of each department once. */
function departmentMonths(rows: readonly SeenEntry[], indicators: Indicators) {
  const keys = rows.flatMap(({ indicatorId, month }) => {
    const departmentId = indicators.get(indicatorId)?.sheet.departmentId;
    return departmentId === undefined ? [] : [{ departmentId, month }];
  });
  return [...new Map(keys.map((key) => [monthKey(key), key])).values()];
}

const isOpen = (status: string): boolean => status === 'draft' || status === 'returned';

function reasonProblem({ notApplicable, notApplicableReason }: SaveEntryDto): Problem[] {
  if (!notApplicable || saysSomething(notApplicableReason)) return [];
  const message = { zh: '填报“不适用”时必须说明原因。', en: 'Say why the month is not applicable.' };
  return [{ code: 'required', pointer: '/notApplicableReason', message }];
}
