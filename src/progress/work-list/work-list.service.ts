import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, departmentList, ownDepartment } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { MANAGERS } from '../../domain/roles.js';
import { addMonths, type Month } from '../../domain/calendar/month.js';
import { chasedMonths } from './owed-months.js';
import { monthKey, MonthsService } from '../../months/months.service.js';
import type { DatedMonth, OwedMonth, WorkList } from './work-list.js';
import { WorkListRepository } from './work-list.repository.js';

const SHOWN = 20;
const UNDATED = { dueAt: null, state: null };

/** What somebody has to do next: enter, correct, approve. */
@Injectable()
export class WorkListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: WorkListRepository,
    private readonly months: MonthsService,
    private readonly today: Today,
  ) {}

  /** Of a month and those before it, which may lie in the year before; what is not over yet is not owed. */
  async of(actor: Actor, upTo: Month): Promise<WorkList> {
    const { manager } = this.dataSource;
    const lastOver = addMonths(this.today.date().slice(0, 7), -1);
    const last = upTo < lastOver ? upTo : lastOver;
    const departmentId = ownDepartment(actor.scope) ?? (await this.repository.onlyDepartment(manager));
    const owed = await this.owed(manager, chasedMonths(last), actor);
    return {
      departmentId,
      isAssigned: await this.repository.isAssigned(manager, actor),
      owed:
        departmentId === null ? owed.map((month) => ({ ...month, ...UNDATED })) : await this.dated(owed, departmentId),
      ...(await this.repository.returned(manager, actor, SHOWN)),
      waiting: MANAGERS.includes(actor.role) ? await this.repository.waiting(manager, actor) : [],
    };
  }

  private async dated(owed: readonly OwedMonth[], departmentId: string): Promise<DatedMonth[]> {
    const standings = await this.months.standings(owed.map(({ month }) => ({ departmentId, month })));
    const of = new Map(standings.map((standing) => [standing.month, standing]));
    const dated = owed.map((one) => {
      const { dueAt = null, state = null } = of.get(one.month) ?? {};
      return { ...one, dueAt, state };
    });
    const isClosed = ({ state }: DatedMonth): boolean => state === 'closed';
    return [...dated.filter((one) => !isClosed(one)), ...dated.filter(isClosed)];
  }

  /**
   * A department's closed months take nothing any more, so nobody there owes anything of them. Who is there for all
   * departments can open a month again, and sees what it lacks.
   */
  private async owed(manager: EntityManager, months: readonly Month[], actor: Actor): Promise<OwedMonth[]> {
    const departments = departmentList(actor.scope);
    if (!departments) return this.repository.owed(manager, months, actor);
    const keys = departments.flatMap((departmentId) => months.map((month) => ({ departmentId, month })));
    const closed = new Set((await this.months.closedOn(manager, keys, this.today.date())).map(monthKey));
    const open = new Map<string, { months: readonly Month[]; departments: string[] }>();
    for (const departmentId of departments) {
      const its = months.filter((month) => !closed.has(monthKey({ departmentId, month })));
      const alike = open.get(its.join());
      if (alike) alike.departments.push(departmentId);
      else open.set(its.join(), { months: its, departments: [departmentId] });
    }
    const parts = [...open.values()].map((part) =>
      this.repository.owed(manager, part.months, { ...actor, scope: { departments: part.departments } }),
    );
    return together((await Promise.all(parts)).flat());
  }
}

/** Months of several departments, each once, the latest first. */
function together(parts: readonly OwedMonth[]): OwedMonth[] {
  const months = new Map<Month, OwedMonth>();
  for (const { month, due, owed } of parts) {
    const before = months.get(month);
    months.set(month, { month, due: due + (before?.due ?? 0), owed: owed + (before?.owed ?? 0) });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}
