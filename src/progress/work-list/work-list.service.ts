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
    const { open, closed } = await this.owed(manager, chasedMonths(last), actor);
    return {
      departmentId,
      isAssigned: await this.repository.isAssigned(manager, actor),
      owed:
        departmentId === null ? open.map((month) => ({ ...month, ...UNDATED })) : await this.dated(open, departmentId),
      closed,
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
   * A department's closed months take nothing any more, so nobody there owes anything of them; that they lack entries is
   * told apart. Who is there for all departments can open a month again, and sees what it lacks with the others.
   */
  private async owed(
    manager: EntityManager,
    months: readonly Month[],
    actor: Actor,
  ): Promise<{ open: OwedMonth[]; closed: OwedMonth[] }> {
    const departments = departmentList(actor.scope);
    if (!departments) return { open: await this.repository.owed(manager, months, actor), closed: [] };
    const keys = departments.flatMap((departmentId) => months.map((month) => ({ departmentId, month })));
    const closed = new Set((await this.months.closedOn(manager, keys, this.today.date())).map(monthKey));
    const isClosed = (key: DepartmentMonth): boolean => closed.has(monthKey(key));
    return {
      open: await this.owedOf(
        manager,
        keys.filter((key) => !isClosed(key)),
        actor,
      ),
      closed: await this.owedOf(manager, keys.filter(isClosed), actor),
    };
  }

  /** One question for all departments that have the same months. */
  private async owedOf(manager: EntityManager, keys: readonly DepartmentMonth[], actor: Actor): Promise<OwedMonth[]> {
    const groups = new Map<string, { months: Month[]; departments: string[] }>();
    for (const departmentId of new Set(keys.map((key) => key.departmentId))) {
      const months = keys.filter((key) => key.departmentId === departmentId).map(({ month }) => month);
      const alike = groups.get(months.join());
      if (alike) alike.departments.push(departmentId);
      else groups.set(months.join(), { months, departments: [departmentId] });
    }
    const parts = [...groups.values()].map(({ months, departments }) =>
      this.repository.owed(manager, months, { ...actor, scope: { departments } }),
    );
    return together((await Promise.all(parts)).flat());
  }
}

type DepartmentMonth = Parameters<typeof monthKey>[0];

/** Months of several departments, each once, the latest first. */
function together(parts: readonly OwedMonth[]): OwedMonth[] {
  const months = new Map<Month, OwedMonth>();
  for (const { month, due, owed } of parts) {
    const before = months.get(month);
    months.set(month, { month, due: due + (before?.due ?? 0), owed: owed + (before?.owed ?? 0) });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}
