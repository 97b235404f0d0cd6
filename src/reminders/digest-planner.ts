import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Directory } from '../delivery/recipients/directory.js';
import { isWorkingDay } from '../domain/calendar/working-days.js';
import type { Department } from '../organisation/department.entity.js';
import { AlertLines } from './rules/alert-lines.js';
import { ApprovalStalled } from './rules/approval-stalled.js';
import { calendarMissing } from './rules/calendar-missing.js';
import type { DigestLine } from './digest-line.js';
import { EntriesOwed } from './rules/entries-owed.js';
import type { ReminderDay } from './reminder-day.js';
import { readers } from './reminder-recipients.js';
import { UnreachedContacts } from './rules/unreached-contacts.js';

/** What people are to be told on a day. Nobody works on a day off: it waits. */
@Injectable()
export class DigestPlanner {
  constructor(
    private readonly owed: EntriesOwed,
    private readonly approvals: ApprovalStalled,
    private readonly alerts: AlertLines,
    private readonly unreached: UnreachedContacts,
  ) {}

  /** Of these departments. */
  async ofDepartments(
    manager: EntityManager,
    day: ReminderDay,
    departments: readonly Department[],
    directory: Directory,
  ): Promise<DigestLine[]> {
    if (!isWorkingDay(day.today, day.calendar)) return [];
    return [
      ...(await this.owed.find(manager, day, { departments, directory })),
      ...(await this.approvals.find(manager, day, { departments, directory })),
      ...(await this.alerts.find(manager, day, { departments, directory })),
    ];
  }

  /** Of the whole installation, for the performance office. */
  async ofOffice(manager: EntityManager, day: ReminderDay, directory: Directory): Promise<DigestLine[]> {
    if (!isWorkingDay(day.today, day.calendar)) return [];
    const office = readers(directory.office, directory);
    return [...calendarMissing(day, office), ...(await this.unreached.find(manager, day, office, directory))];
  }
}
