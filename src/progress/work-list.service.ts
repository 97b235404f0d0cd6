import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MANAGERS } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { type Month, monthOf, monthsBetween, yearOf } from '../domain/month.js';
import type { WorkList } from './work-list.js';
import { WorkListRepository } from './work-list.repository.js';

const SHOWN = 20;

/** What somebody has to do next: enter, correct, approve. */
@Injectable()
export class WorkListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: WorkListRepository,
  ) {}

  /** Of the year of `last`, the last month that is over. */
  async of(actor: Actor, last: Month): Promise<WorkList> {
    const { manager } = this.dataSource;
    const months = monthsBetween(monthOf(yearOf(last), 1), last);
    return {
      departmentId: await this.repository.firstDepartment(manager, actor),
      owed: await this.repository.owed(manager, months, actor),
      ...(await this.repository.returned(manager, months, actor, SHOWN)),
      waiting: MANAGERS.includes(actor.role) ? await this.repository.waiting(manager, months, actor) : [],
    };
  }
}
