import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { isWorkingDay } from '../domain/calendar/working-days.js';
import { Contact } from '../organisation/contact.entity.js';
import type { Department } from '../organisation/department.entity.js';
import { AlertLines } from './rules/alert-lines.js';
import { ApprovalStalled } from './rules/approval-stalled.js';
import { calendarMissing } from './rules/calendar-missing.js';
import type { DigestLine } from './digest-line.js';
import { ledgerKey } from './notifications.repository.js';
import { EntriesOwed } from './rules/entries-owed.js';
import type { ReminderDay } from './reminder-day.js';

@Injectable()
export class DigestPlanner {
  constructor(
    private readonly owed: EntriesOwed,
    private readonly approvals: ApprovalStalled,
    private readonly alerts: AlertLines,
  ) {}

  /** All that the contacts of these departments are to be told on a day. Nobody works on a day off: it waits. */
  async lines(manager: EntityManager, day: ReminderDay, departments: readonly Department[]): Promise<DigestLine[]> {
    if (!isWorkingDay(day.today, day.calendar)) return [];
    const contacts = await manager.find(Contact, {
      where: { departmentId: In(departments.map(({ id }) => id)), active: true },
      order: { id: 'ASC' },
    });
    const lines = [
      ...(await this.owed.find(manager, day, { departments, contacts })),
      ...(await this.approvals.find(manager, day, { departments, contacts })),
      ...(await this.alerts.find(manager, day, { departments, contacts })),
      ...calendarMissing(day, contacts),
    ];
    return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
  }
}

export const keyOf = ({ contact, ...line }: DigestLine): string => ledgerKey({ ...line, contactId: contact.id });
