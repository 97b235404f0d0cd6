import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Scope } from '../../common/access/actor.js';
import { type Page, pageOf } from '../../common/http/page.js';
import { Today } from '../../common/today.js';
import { type Month, monthOf, monthsBetween } from '../../domain/calendar/month.js';
import type { DomainError } from '../../domain/domain-error.js';
import type { Question } from '../../domain/entries/questions.js';
import { MonthsService } from '../../months/months.service.js';
import type { EntryQuery, SaveEntryDto } from './dto/entry.dto.js';
import type { IndicatorMonthsQuery } from './dto/indicator-months.query.js';
import { noEntry } from './errors.js';
import type { SeenEntry, TakenOverEntry } from './entry-writes.repository.js';
import { EntryWritesService, type Outcome } from './entry-writes.service.js';
import { IndicatorMonthsRepository, type IndicatorYear } from './indicator-months.repository.js';
import type { NamedChange } from './history/progress-change.entity.js';
import type { ProgressEntry } from './progress-entry.entity.js';
import { type EntryKey, ProgressRepository } from './progress.repository.js';
import type { Transition } from './transitions.js';

/** An action of one person on one entry, as the caller saw it. */
export interface EntryAction extends SeenEntry {
  readonly actor: string;
  /** The absent head whose deputy the actor is. */
  readonly onBehalfOf: string | null;
}

/** What the monthly grid shows of an indicator. */
export interface IndicatorMonths extends IndicatorYear {
  /** Of the year that was asked for, the months in which nothing can be entered any more; without a year none are looked up. */
  readonly closedMonths: readonly Month[];
}

@Injectable()
export class ProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entries: ProgressRepository,
    private readonly months: IndicatorMonthsRepository,
    private readonly openMonths: MonthsService,
    private readonly writes: EntryWritesService,
    private readonly today: Today,
  ) {}

  async list(query: EntryQuery, scope: Scope): Promise<Page<ProgressEntry>> {
    return pageOf(await this.entries.list(this.dataSource.manager, query, scope), query.limit);
  }

  async indicatorMonths(query: IndicatorMonthsQuery, actor: Actor): Promise<Page<IndicatorMonths>> {
    const { manager } = this.dataSource;
    const { items, nextCursor } = pageOf(await this.months.list(manager, query, actor), query.limit);
    const closed = await this.closedMonths(items, query.year);
    return {
      items: items.map((item) => ({ ...item, closedMonths: closed.get(item.department.id) ?? [] })),
      nextCursor,
    };
  }

  /** By department. */
  private async closedMonths(items: readonly IndicatorYear[], year?: number): Promise<Map<string, Month[]>> {
    const departments = [...new Set(items.map(({ department }) => department.id))];
    const months = year === undefined ? [] : monthsBetween(monthOf(year, 1), monthOf(year, 12));
    const keys = departments.flatMap((departmentId) => months.map((month) => ({ departmentId, month })));
    const facts = await this.openMonths.closedOn(this.dataSource.manager, keys, this.today.date());
    const closed = new Map<string, Month[]>(departments.map((id) => [id, []]));
    for (const { departmentId, month } of facts) closed.get(departmentId)?.push(month);
    return closed;
  }

  async find(key: EntryKey, manager = this.dataSource.manager): Promise<ProgressEntry> {
    const entry = await this.entries.find(manager, key);
    if (!entry) throw noEntry(key);
    return entry;
  }

  async history(key: EntryKey): Promise<NamedChange[]> {
    const lines = await this.entries.history(this.dataSource.manager, key);
    if (lines.length === 0) throw noEntry(key);
    return lines;
  }

  /**
   * Saves a draft, and says what is to be asked about it before it is submitted.
   * @throws DomainError `entry-invalid`, `month-not-open`, `month-closed`, `state-conflict`, ConflictError
   */
  async save(action: EntryAction, content: SaveEntryDto): Promise<ProgressEntry & { questions: readonly Question[] }> {
    const { entry, questions } = await this.write(action, content);
    return { ...there(entry), questions };
  }

  /** Takes back a draft, or what was returned: there is no entry any more. @throws as `save`, NotFoundError */
  async empty(action: EntryAction): Promise<void> {
    await this.write(action, null);
  }

  /** Takes entries over from elsewhere, in the caller's transaction: all that are valid, or none. */
  takeOver(
    manager: EntityManager,
    entries: readonly TakenOverEntry[],
    context: { readonly actor: string; readonly at: Date },
  ): Promise<void> {
    return this.writes.takeOver(manager, entries, context);
  }

  /** Submits, recalls, approves, returns or reopens. */
  move(
    transition: Transition,
    { actor, onBehalfOf, ...seen }: EntryAction,
    reason?: string,
    within: EntityManager | null = null,
  ): Promise<ProgressEntry> {
    const context = { actor, onBehalfOf, at: this.today.now(), reason };
    const write = async (manager: EntityManager) =>
      there(only(await this.writes.move(transition, [seen], context, manager)).entry);
    return within ? write(within) : this.dataSource.transaction(write);
  }

  private write({ actor, onBehalfOf, ...seen }: EntryAction, content: SaveEntryDto | null) {
    const context = { actor, onBehalfOf, at: this.today.now() };
    return this.dataSource.transaction(async (manager) =>
      only(await this.writes.save([{ ...seen, content }], context, manager)),
    );
  }
}

function only([outcome]: readonly Outcome[]): Exclude<Outcome, { refusal: DomainError }> {
  if (!outcome) throw new Error('a write without an outcome');
  if (outcome.refusal) throw outcome.refusal;
  return outcome;
}

function there(entry: ProgressEntry | null): ProgressEntry {
  if (!entry) throw new Error('nothing was emptied, and no entry is there');
  return entry;
}
