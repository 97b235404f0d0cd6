import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMonths, type Month, monthNumber } from '../../domain/calendar/month.js';
import { dueDateOf, type LocalDate, workingDaysBetween } from '../../domain/calendar/working-days.js';
import type { Contact } from '../../organisation/contact.entity.js';
import type { Department } from '../../organisation/department.entity.js';
import { type Alert, AlertsRepository } from './alerts.repository.js';
import type { DigestLine } from '../digest-line.js';
import type { ReminderDay } from '../reminder-day.js';
import { type Answering, recipientsOf } from '../reminder-recipients.js';

/** What the scores, and the entries that are not approved yet, give warning of. */
@Injectable()
export class AlertLines {
  constructor(private readonly alerts: AlertsRepository) {}

  async find(manager: EntityManager, day: ReminderDay, { departments, contacts }: Answering): Promise<DigestLine[]> {
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
    const byId = new Map(departments.map((department) => [department.id, department]));
    return [...ofScores, ...ofEntries].flatMap((alert) => {
      const department = byId.get(alert.departmentId);
      return department ? linesOf(alert, dueDate(day, department, alert.month), day, contacts) : [];
    });
  }
}

const dueDate = ({ deadlineOf, calendar }: ReminderDay, department: Department, month: Month): LocalDate =>
  dueDateOf(month, deadlineOf(department).dueWorkingDay, calendar);

/** An alert is told once a month to each, whatever the scores do in between. */
function linesOf(alert: Alert, dueDate: LocalDate, day: ReminderDay, contacts: readonly Contact[]): DigestLine[] {
  const { rule, subject, what, sectionId, month, figure, cause } = alert;
  return recipientsOf(alert, day.rules.alerts[rule], contacts).map((contact) => ({
    rule,
    contact,
    subject,
    dueDate,
    stage: month,
    reason: { what, sectionId, month, figure, cause },
  }));
}
