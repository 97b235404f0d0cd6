import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMonths, type Month, monthNumber } from '../../domain/calendar/month.js';
import { dueDateOf, type LocalDate, workingDayFrom, workingDaysBetween } from '../../domain/calendar/working-days.js';
import type { Department } from '../../organisation/department.entity.js';
import { type Alert, AlertsRepository } from './alerts.repository.js';
import type { AlertReason, DigestLine } from '../digest-line.js';
import type { ReminderDay } from '../reminder-day.js';
import { type Answering, recipientsOf } from '../reminder-recipients.js';

/** A day by which something has to be completed is told so many working days ahead. */
const DATE_WORKING_DAYS = 10;

/** An alert with all that is said of it. */
export type SaidAlert = Pick<Alert, 'rule' | 'subject'> & { readonly dueDate: LocalDate; readonly reason: AlertReason };

/** What the scores, and the entries that are not approved yet, give warning of. */
@Injectable()
export class AlertLines {
  constructor(private readonly alerts: AlertsRepository) {}

  /** To whom the rules say. An alert is told once a month to each, whatever the scores do in between. */
  async find(manager: EntityManager, day: ReminderDay, { departments, directory }: Answering): Promise<DigestLine[]> {
    return (await this.now(manager, day, departments)).flatMap(({ rule, subject, dueDate, reason }) =>
      recipientsOf(reason, day.rules.alerts[rule], directory).map(({ contact, reader }) => {
        return { rule, contact, reader, subject, dueDate, stage: reason.month, reason };
      }),
    );
  }

  /** What there is to be said on that day. */
  async now(manager: EntityManager, day: ReminderDay, departments: readonly Department[]): Promise<SaidAlert[]> {
    const { lastOver, rules } = day;
    const ids = departments.map(({ id }) => id);
    const ofScores = await this.alerts.ofScores(manager, ids, {
      from: addMonths(lastOver, -1),
      to: lastOver,
      lagPoints: rules.executionLagPoints,
      yearPassed: (monthNumber(lastOver) * 100) / 12,
    });
    const dueDates = departments.map((one) => ({ id: one.id, dueDate: dueDate(day, one, lastOver) }));
    // Until the due date the points that a month costs can still be saved.
    const open = dueDates.filter((due) => day.today <= due.dueDate);
    const closing = open.filter((due) => workingDaysBetween(day.today, due.dueDate, day.calendar) <= 1);
    const idsOf = (some: typeof dueDates) => some.map(({ id }) => id);
    const ofEntries = await this.alerts.ofEntries(manager, lastOver, idsOf(open), idsOf(closing));
    const until = workingDayFrom(day.today, DATE_WORKING_DAYS, day.calendar);
    const ofDates = await this.alerts.ofDates(manager, ids, day.today, until);
    const byId = new Map(departments.map((department) => [department.id, department]));
    return [...ofScores, ...ofEntries, ...ofDates].flatMap(({ rule, subject, ...alert }) => {
      const department = byId.get(alert.departmentId);
      if (!department) return [];
      const reason = { ...alert, departmentName: department.name };
      return [{ rule, subject, dueDate: dueDate(day, department, alert.month), reason }];
    });
  }
}

const dueDate = ({ deadlineOf, calendar }: ReminderDay, department: Department, month: Month): LocalDate =>
  dueDateOf(month, deadlineOf(department).dueWorkingDay, calendar);
