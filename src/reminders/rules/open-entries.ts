import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { monthKey, MonthsService } from '../../months/months.service.js';
import { type OneSection, type OwedEntries, OwedEntriesRepository } from './owed-entries.repository.js';

/** Entries that are owed and can still be made: nobody is chased for a month that takes no entries any more. */
@Injectable()
export class OpenEntries {
  constructor(
    private readonly entries: OwedEntriesRepository,
    private readonly months: MonthsService,
  ) {}

  async owed(
    manager: EntityManager,
    months: readonly Month[],
    departments: readonly string[],
    day: LocalDate,
    only: OneSection | null = null,
  ): Promise<OwedEntries[]> {
    const owed = await this.entries.find(manager, months, departments, only);
    const keys = new Map(owed.map((entry) => [monthKey(entry), entry]));
    const closed = new Set((await this.months.closedOn(manager, [...keys.values()], day)).map(monthKey));
    return owed.filter((entry) => !closed.has(monthKey(entry)));
  }
}
