import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMonths, monthNumber } from '../domain/month.js';
import { dueDateOf, workingDaysBetween } from '../domain/working-days.js';
import type { Contact } from '../organisation/contact.entity.js';
import { type Alert, AlertsRepository } from './alerts.repository.js';
import type { DigestLine } from './digest-line.js';
import type { ReminderDay } from './reminder-day.js';
import { recipientsOf } from './reminder-recipients.js';

/** What the scores, and the entries that are not approved yet, give warning of. */
@Injectable()
export class AlertLines {
  constructor(private readonly alerts: AlertsRepository) {}

  async find(
    manager: EntityManager,
    day: ReminderDay,
    departments: readonly string[],
    contacts: readonly Contact[],
  ): Promise<DigestLine[]> {
    const { lastOver, rules } = day;
    const ofScores = await this.alerts.ofScores(manager, departments, {
      from: addMonths(lastOver, -1),
      to: lastOver,
      lagPoints: rules.executionLagPoints,
      yearPassed: (monthNumber(lastOver) * 100) / 12,
    });
    const open = departments.filter((id) => isOpen(day, id));
    const closing = open.filter((id) => daysLeft(day, id) <= 1);
    const ofEntries = await this.alerts.ofEntries(manager, lastOver, open, closing);
    return [...ofScores, ...ofEntries].flatMap((alert) => linesOf(alert, day, contacts));
  }
}

const dueDate = ({ lastOver, deadlineOf, calendar }: ReminderDay, departmentId: string): string =>
  dueDateOf(lastOver, deadlineOf(departmentId).dueWorkingDay, calendar);

const daysLeft = (day: ReminderDay, departmentId: string): number =>
  workingDaysBetween(day.today, dueDate(day, departmentId), day.calendar);

/** Until the due date points that a month costs can still be saved. */
const isOpen = (day: ReminderDay, departmentId: string): boolean => day.today <= dueDate(day, departmentId);

/** An alert is told once a month to each, whatever the scores do in between. */
function linesOf(alert: Alert, day: ReminderDay, contacts: readonly Contact[]): DigestLine[] {
  const { rule, departmentId, subject, what, sectionId, month, figure, cause } = alert;
  return recipientsOf(alert, day.rules.alerts[rule], contacts).map((contact) => ({
    rule,
    contact,
    subject,
    dueDate: dueDateOf(month, day.deadlineOf(departmentId).dueWorkingDay, day.calendar),
    stage: month,
    reason: { what, sectionId, month, figure, cause },
  }));
}
