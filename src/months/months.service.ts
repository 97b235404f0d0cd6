import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import { Today } from '../common/today.js';
import { recordInAuditLog } from '../audit/audit-log.js';
import { coveredLines } from '../audit/history-lines.js';
import { type Deadlines, isClosed, type MonthState, monthState } from '../domain/calendar/deadlines.js';
import { type DomainError, NotFoundError } from '../domain/domain-error.js';
import { type Month, monthOf, monthsBetween, yearOf } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import { decidedMeanwhile, monthClosed, notNow, openUntilPast } from './errors.js';
import { type DepartmentMonth, type MonthFacts, MonthsRepository } from './months.repository.js';

/** A department's month as it stands; `version` counts the decisions about it. */
export interface MonthStanding extends Omit<MonthFacts, 'rules' | 'department'>, Deadlines {
  readonly state: MonthState;
  readonly version: number;
}

/** Who closes or reopens, and why; `version` as they saw it. */
export interface MonthAction {
  readonly version: number | null;
  readonly actor: string;
  readonly reason?: string | null;
  readonly openUntil?: LocalDate | null;
}

/** When the months of a department open, are due, and close. */
@Injectable()
export class MonthsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly months: MonthsRepository,
    private readonly deadlines: DeadlinesService,
    private readonly today: Today,
  ) {}

  /** The months of a year. */
  year(departmentId: string, year: number): Promise<MonthStanding[]> {
    const months = Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1));
    return this.standings(months.map((month) => ({ departmentId, month })));
  }

  async find(key: DepartmentMonth, manager = this.dataSource.manager): Promise<MonthStanding> {
    const [standing] = await this.standings([key], manager);
    if (!standing) throw new NotFoundError({ zh: '部门', en: 'department' });
    return standing;
  }

  history(key: DepartmentMonth) {
    return this.months.history(this.dataSource.manager, key);
  }

  async standings(
    keys: readonly DepartmentMonth[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MonthStanding[]> {
    const now = { instant: this.today.now(), date: this.today.date() };
    const facts = await this.months.facts(manager, keys);
    const all = await this.deadlines.ofEach(facts);
    return facts.map(({ rules: _, department: __, ...fact }, place) => {
      const deadlines = all[place];
      if (!deadlines) throw new Error('a month without deadlines');
      const state = monthState(deadlines, fact.decision, now);
      return { ...fact, ...deadlines, state, version: fact.decision?.version ?? 0 };
    });
  }

  /**
   * Why nothing may be written in these months, by `departmentId month`. Those that are open are left out, and stay open
   * until the caller's transaction ends: nobody closes a month between the check and the write.
   */
  async closed(manager: EntityManager, keys: readonly DepartmentMonth[]): Promise<Map<string, DomainError>> {
    await this.months.hold(manager, keys);
    const facts = await this.closedOn(manager, keys, this.today.date());
    return new Map(facts.map((fact) => [monthKey(fact), monthClosed(fact)]));
  }

  /** Those of the months that are closed on a day, as far as is decided by now. */
  async closedOn(manager: EntityManager, keys: readonly DepartmentMonth[], day: LocalDate): Promise<MonthFacts[]> {
    const facts = await this.months.facts(manager, keys);
    // The calendar is asked only where it decides: this stands before every write.
    const undecided = facts.filter(({ decision, rules }) => !decision && this.deadlines.rules(rules).closesAfter > 0);
    const deadlines = await this.deadlines.ofEach(undecided);
    const closesOn = new Map(undecided.map((fact, place) => [fact, deadlines[place]?.closesOn ?? null]));
    return facts.filter((fact) => isClosed(fact.decision, closesOn.get(fact) ?? null, day));
  }

  /** As `closed`, for one month. @throws DomainError `month-closed` */
  async checkOpen(manager: EntityManager, key: DepartmentMonth): Promise<void> {
    for (const error of (await this.closed(manager, [key])).values()) throw error;
  }

  /** What changes the scores of a month and of those after it in its year. @throws DomainError `month-closed` */
  async checkOpenFrom(manager: EntityManager, departmentId: string, from: Month): Promise<void> {
    const keys = monthsBetween(from, monthOf(yearOf(from), 12)).map((month) => ({ departmentId, month }));
    for (const error of (await this.closed(manager, keys)).values()) throw error;
  }

  /** From now on nothing of the month can be changed. @throws ConflictError, DomainError `state-conflict` */
  close(key: DepartmentMonth, action: MonthAction): Promise<MonthStanding> {
    return this.decide(key, 'closed', ['open', 'late', 'reopened'], action);
  }

  /** @throws ConflictError, DomainError `state-conflict`, `open-until-past` */
  reopen(key: DepartmentMonth, action: MonthAction): Promise<MonthStanding> {
    if (action.openUntil && action.openUntil < this.today.date()) throw openUntilPast(action.openUntil);
    return this.decide(key, 'reopened', ['closed'], action);
  }

  private decide(
    key: DepartmentMonth,
    state: 'closed' | 'reopened',
    from: readonly MonthState[],
    { version, actor, reason = null, openUntil = null }: MonthAction,
  ): Promise<MonthStanding> {
    return this.dataSource.transaction(async (manager) => {
      await this.months.holdAlone(manager, key);
      const before = await this.find(key, manager);
      if (before.version !== (version ?? 0)) throw decidedMeanwhile(before);
      if (!from.includes(before.state)) throw notNow(key.month, before.state);
      const decided = { version: before.version + 1, state, reason, openUntil, actor, decidedAt: this.today.now() };
      const added = await this.months.add(manager, { ...key, ...decided });
      const after = await this.find(key, manager);
      if (!added) throw decidedMeanwhile(after);
      await recordInAuditLog(manager, {
        action: `month.${state}`,
        subjectType: 'month',
        subjectId: key.month,
        departmentId: key.departmentId,
        after: { state, openUntil },
        reason,
        covers: await coveredLines(manager, 'month_decision', [`${monthKey(key)} ${decided.version}`]),
      });
      return after;
    });
  }
}

export const monthKey = ({ departmentId, month }: { departmentId: string; month: Month }): string =>
  `${departmentId} ${month}`;
