import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MANAGERS } from '../common/access/access.decorator.js';
import type { Actor } from '../common/access/actor.js';
import { Today } from '../common/today.js';
import { addMonths, type Month } from '../domain/month.js';
import { chasedMonths } from './owed-months.js';
import type { WorkList } from './work-list.js';
import { WorkListRepository } from './work-list.repository.js';

const SHOWN = 20;

/** What somebody has to do next: enter, correct, approve. */
@Injectable()
export class WorkListService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: WorkListRepository,
    private readonly today: Today,
  ) {}

  /** Of a month and those before it, which may lie in the year before; what is not over yet is not owed. */
  async of(actor: Actor, upTo: Month): Promise<WorkList> {
    const { manager } = this.dataSource;
    const lastOver = addMonths(this.today.date().slice(0, 7), -1);
    const last = upTo < lastOver ? upTo : lastOver;
    return {
      departmentId: await this.repository.firstDepartment(manager, actor),
      owed: await this.repository.owed(manager, chasedMonths(last), actor),
      ...(await this.repository.returned(manager, actor, SHOWN)),
      waiting: MANAGERS.includes(actor.role) ? await this.repository.waiting(manager, actor) : [],
    };
  }
}
