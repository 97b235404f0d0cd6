import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { Configuration } from '../config/configuration.js';
import { addMonths, type Month, monthsBetween, yearOf } from '../domain/month.js';
import { type ReminderStage, reminderStage } from '../domain/reminder-plan.js';
import { type Calendar, dueDateOf, isWorkingDay, type LocalDate, localTime } from '../domain/working-days.js';
import { Contact } from '../organisation/contact.entity.js';
import { ledgerKey } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { type OwedEntries, OwedEntriesRepository } from './owed-entries.repository.js';
import { recipientsOf } from './reminder-recipients.js';

/** Months that are looked back on: what is older has been reported on, and nobody is chased for it any more. */
const MONTHS_BACK = 12;
const DAY_MS = 86_400_000;
const RULE = 'entries-owed';

/** One line of a digest: a month that is owed, why the contact is told today, and by which step of the ladder. */
export interface Reminder {
  readonly contactId: string;
  readonly contactName: string;
  readonly email: string;
  readonly month: Month;
  readonly dueDate: LocalDate;
  readonly stage: string;
  readonly owed: readonly OwedEntries[];
}

@Injectable()
export class RemindersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly owedEntries: OwedEntriesRepository,
    private readonly calendars: CalendarService,
    private readonly notifications: NotificationsService,
    private readonly configuration: Configuration,
  ) {}

  /** Who is to be told what at that moment and has not been told yet. */
  async plan(at: Date, manager = this.dataSource.manager): Promise<Reminder[]> {
    const reminders = await this.remindersOn(at, manager);
    const told = await this.notifications.known(manager, RULE, [...new Set(reminders.map(({ month }) => month))]);
    return reminders.filter((reminder) => !told.has(ledgerKey({ ...reminder, subject: reminder.month })));
  }

  /** The plans of the coming days, as they stand if nobody enters anything meanwhile. */
  async preview(from: Date, days: number): Promise<{ date: LocalDate; reminders: Reminder[] }[]> {
    const plans = [];
    const told = new Set<string>();
    for (let day = 0; day < days; day += 1) {
      const at = new Date(from.getTime() + day * DAY_MS);
      const fresh = (await this.plan(at)).filter((reminder) => {
        const key = ledgerKey({ ...reminder, subject: reminder.month });
        return !told.has(key) && told.add(key);
      });
      plans.push({ date: localTime(at, this.configuration.TIME_ZONE).date, reminders: fresh });
    }
    return plans;
  }

  /** Writes the ledger and queues the digests. @returns how many mails are new. */
  async send(at: Date): Promise<number> {
    const { date } = localTime(at, this.configuration.TIME_ZONE);
    return this.dataSource.transaction(async (manager) => {
      const planned = (await this.plan(at, manager)).map(({ contactId, month, dueDate, stage, owed }) => ({
        contactId,
        subject: month,
        dueDate,
        stage,
        reason: { owed: owed.map(({ sectionName, indicators }) => ({ sectionName, indicators: indicators.length })) },
      }));
      return planned.length === 0
        ? 0
        : this.notifications.notify(manager, RULE, planned, { topic: date, localDate: date, at });
    });
  }

  /** Every step of the ladder that is reached. Nobody works on a day off: it waits for the next working day. */
  private async remindersOn(at: Date, manager: EntityManager): Promise<Reminder[]> {
    const today = localTime(at, this.configuration.TIME_ZONE).date;
    const calendar = await this.calendars.calendar(yearOf(today) - 1, yearOf(today));
    if (!isWorkingDay(today, calendar)) return [];
    const stages = this.stages(today, calendar);
    const owed = await this.owedEntries.find(manager, [...stages.keys()]);
    const contacts = await this.contactsOf(manager, owed);
    const reminders = new Map<string, Reminder & { owed: OwedEntries[] }>();
    for (const entry of owed) {
      const due = stages.get(entry.month);
      if (!due) continue;
      for (const contact of recipientsOf(entry, due.audience, contacts)) {
        const key = `${contact.id} ${entry.month}`;
        const reminder = reminders.get(key) ?? reminderFor(contact, entry.month, due);
        reminder.owed.push(entry);
        reminders.set(key, reminder);
      }
    }
    return [...reminders.values()];
  }

  /** The step of the ladder that each month has reached today. */
  private stages(today: LocalDate, calendar: Calendar): Map<Month, ReminderStage & { dueDate: LocalDate }> {
    const lastOver = addMonths(today.slice(0, 7), -1);
    const months = monthsBetween(addMonths(lastOver, 1 - MONTHS_BACK), lastOver);
    return new Map(
      months.flatMap((month) => {
        const dueDate = dueDateOf(month, this.configuration.DUE_WORKING_DAY, calendar);
        const stage = reminderStage(dueDate, today, calendar);
        return stage ? [[month, { ...stage, dueDate }] as const] : [];
      }),
    );
  }

  private contactsOf(manager: EntityManager, owed: readonly OwedEntries[]): Promise<Contact[]> {
    const departments = [...new Set(owed.map(({ departmentId }) => departmentId))];
    return manager.find(Contact, { where: { departmentId: In(departments), active: true }, order: { id: 'ASC' } });
  }
}

function reminderFor(
  { id, name, email }: Contact,
  month: Month,
  { stage, dueDate }: ReminderStage & { dueDate: LocalDate },
): Reminder & { owed: OwedEntries[] } {
  return { contactId: id, contactName: name, email, month, dueDate, stage, owed: [] };
}
