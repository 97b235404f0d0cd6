import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/access/actor.js';
import { DatabaseClock } from '../../common/database-clock.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import type { Month } from '../../domain/calendar/month.js';
import { dueDateOf } from '../../domain/calendar/working-days.js';
import { MonthsService } from '../../months/months.service.js';
import { Department } from '../../organisation/department.entity.js';
import { alreadyAsked, nobodyToAsk, nothingOwed } from '../errors.js';
import { NotificationsService } from '../notifications.service.js';
import { type ReminderDay, ReminderDays } from '../reminder-day.js';
import { type Recipient, recipientsOf } from '../reminder-recipients.js';
import { type AskedEntry, askedPersons, owedEntry } from './asked-entry.js';

export const ASKED = 'asked-now';

/** Why an entry was asked for out of turn, as the ledger keeps it. */
export interface AskedReason {
  readonly indicatorId: string;
  readonly indicator: string;
  readonly month: Month;
  /** Who asked, as people call them. */
  readonly by: string;
  /** They are told in place of somebody who cannot be. */
  readonly inPlace?: true;
}

/** What somebody asked for now is still owed. */
export interface OpenAsked extends AskedEntry {
  readonly dueDate: string;
  /** Local hour of that day. */
  readonly dueHour: number;
}

const WHO_ASKS = 'SELECT display_name AS name FROM app_user WHERE id = $1';

@Injectable()
export class AskedRemindersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly days: ReminderDays,
    private readonly months: MonthsService,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly clock: DatabaseClock,
  ) {}

  /**
   * Reminds whoever answers for one entry that is owed, now and not at the next step of the ladder; where nobody of the
   * section can be told, those above them. Each person once a day.
   * @returns the names of those who are told
   * @throws DomainError `nothing-owed`, `nobody-to-remind`, `reminded-already`
   */
  async ask(indicatorId: string, month: Month, actor: Actor): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      const [user]: { name: string }[] = await manager.query(WHO_ASKS, [actor.userId]);
      const asked = await this.tell(manager, indicatorId, month, user?.name ?? actor.name);
      if (!asked) throw nothingOwed(month);
      if (asked.told.length === 0) throw nobodyToAsk();
      if (asked.mails === 0) throw alreadyAsked();
      return asked.told.map(({ reader }) => reader.name);
    });
  }

  /** Tells whoever answers for it by now. */
  async askOthers(manager: EntityManager, { indicatorId, month, by }: AskedReason): Promise<void> {
    await this.tell(manager, indicatorId, month, by);
  }

  private async tell(
    manager: EntityManager,
    indicatorId: string,
    month: Month,
    by: string,
  ): Promise<{ told: Recipient[]; mails: number } | undefined> {
    const now = await this.clock.now();
    const day = await this.days.of(now);
    const entry = await this.open(manager, indicatorId, month, day);
    if (!entry) return undefined;
    const told = recipientsOf(entry, ['reporter'], await this.recipients.all(manager, day.today));
    const occasion = { topic: `${indicatorId} ${month} ${day.today}`, localDate: day.today, at: now };
    const asked = await askedPersons(manager, ASKED, occasion.topic);
    const news = told.filter(({ reader }) => !asked.has(reader.person));
    const planned = news.map(({ contact, reader, inPlace }) => {
      const reason: AskedReason = { indicatorId, indicator: entry.indicator, month, by, ...(inPlace && { inPlace }) };
      const line = { contactId: contact.id, readerId: reader.id, subject: indicatorId, reason };
      return { ...line, dueDate: entry.dueDate, stage: day.today };
    });
    return { told, mails: news.length > 0 ? await this.notifications.notify(manager, ASKED, planned, occasion) : 0 };
  }

  /** The entry, as long as it is owed and its month is over and takes entries. */
  async open(
    manager: EntityManager,
    indicatorId: string,
    month: Month,
    day: ReminderDay,
  ): Promise<OpenAsked | undefined> {
    const entry = month <= day.lastOver ? await owedEntry(manager, indicatorId, month) : undefined;
    if (!entry) return undefined;
    const { departmentId } = entry;
    if ((await this.months.closedOn(manager, [{ departmentId, month }], day.today)).length > 0) return undefined;
    const department = await manager.findOneByOrFail(Department, { id: departmentId });
    const { dueWorkingDay, dueHour } = day.deadlineOf(department);
    return { ...entry, dueDate: dueDateOf(month, dueWorkingDay, day.calendar), dueHour };
  }
}
