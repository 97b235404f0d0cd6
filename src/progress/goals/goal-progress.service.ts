import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { coveredLines } from '../../audit/history-lines.js';
import { namesOf } from '../../common/names-of.js';
import { Today } from '../../common/today.js';
import { ConflictError, NotFoundError } from '../../domain/domain-error.js';
import type { Month } from '../../domain/calendar/month.js';
import { MonthsService } from '../../months/months.service.js';
import { GoalsService } from '../../targets/goals/goals.service.js';
import { checkMonth } from '../entries/month-checks.js';
import type { GoalProgress } from './goal-progress.entity.js';
import { type GoalMonth, GoalProgressRepository } from './goal-progress.repository.js';

export interface NamedLine extends GoalProgress {
  /** As people call its author; the user name, where there is no such account any more. */
  readonly authorName: string;
}

/** The monthly line of prose beside a goal, which the self-evaluation form prints as 实际完成情况. */
@Injectable()
export class GoalProgressService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lines: GoalProgressRepository,
    private readonly goals: GoalsService,
    private readonly openMonths: MonthsService,
    private readonly today: Today,
  ) {}

  async months(goalId: string): Promise<NamedLine[]> {
    return this.named(await this.lines.months(this.dataSource.manager, goalId));
  }

  /** The last line of every goal of a sheet up to a month; goals without one are left out. */
  latest(sheetId: string, asOf: Month, manager = this.dataSource.manager): Promise<GoalProgress[]> {
    return this.lines.latest(manager, sheetId, asOf);
  }

  async find(key: GoalMonth): Promise<NamedLine> {
    const line = (await this.history(key)).at(-1);
    if (!line) throw new NotFoundError({ zh: `${key.month} 的目标完成情况`, en: `line for ${key.month}` });
    return line;
  }

  async history(key: GoalMonth): Promise<NamedLine[]> {
    return this.named(await this.lines.history(this.dataSource.manager, key));
  }

  /** @param version of the wording that the author has seen; null: there was none. @throws ConflictError */
  async write(key: GoalMonth, version: number | null, text: string, author: string): Promise<GoalProgress> {
    const { sheet } = await this.goals.find(key.goalId);
    checkMonth(key.month, sheet.fiscalYear, this.today.date());
    const line = { ...key, version: (version ?? 0) + 1, text: text.trim(), author, writtenAt: this.today.now() };
    const added = await this.dataSource.transaction(async (manager) => {
      await this.openMonths.checkOpen(manager, { departmentId: sheet.departmentId, month: key.month });
      if (!(await this.lines.add(manager, line))) return false;
      const { goalId, month } = key;
      await recordInAuditLog(manager, {
        action: 'goal_progress.written',
        subjectType: 'goal',
        subjectId: goalId,
        departmentId: sheet.departmentId,
        after: { month, version: line.version },
        covers: await coveredLines(manager, 'goal_progress', [`${goalId} ${month} ${line.version}`]),
      });
      return true;
    });
    if (added) return line;
    const current = await this.find(key);
    throw new ConflictError(current, current.version);
  }

  private async named(lines: readonly GoalProgress[]): Promise<NamedLine[]> {
    const nameOf = await namesOf(
      this.dataSource.manager,
      lines.map(({ author }) => author),
    );
    return lines.map((line) => ({ ...line, authorName: nameOf(line.author) }));
  }
}
