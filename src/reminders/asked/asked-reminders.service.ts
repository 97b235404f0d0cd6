import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Actor, EVERYTHING, type Scope } from '../../common/access/actor.js';
import { DatabaseClock } from '../../common/database-clock.js';
import type { Addressee } from '../../delivery/recipients/addressee.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import type { Month } from '../../domain/calendar/month.js';
import { dueDateOf } from '../../domain/calendar/working-days.js';
import type { DomainError } from '../../domain/domain-error.js';
import { MonthsService } from '../../months/months.service.js';
import { Department } from '../../organisation/department.entity.js';
import { alreadyAsked, nobodyToAsk, nothingOwed } from '../errors.js';
import { NotificationsService } from '../notifications.service.js';
import type { PlannedNotification } from '../notifications.repository.js';
import { type ReminderDay, ReminderDays } from '../reminder-day.js';
import { recipientsOf } from '../reminder-recipients.js';
import { type AskedEntry, askedKey, askedOn, owedEntry } from './asked-entry.js';

export const ASKED = 'asked-now';

export interface EntryToAsk {
  readonly indicatorId: string;
  readonly month: Month;
}

/** Why an entry was asked for out of turn, as the ledger keeps it. */
export interface AskedReason extends EntryToAsk {
  readonly indicator: string;
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

/** Who is told of one entry, or why nobody is. */
export interface AskedOutcome extends EntryToAsk {
  readonly told: readonly Addressee[];
  readonly refusal: DomainError | null;
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
    const [outcome] = await this.askAll([{ indicatorId, month }], actor, { dryRun: false });
    if (!outcome || outcome.refusal) throw outcome?.refusal ?? nothingOwed(month);
    return outcome.told.map(({ name }) => name);
  }

  /** The same for many entries, of which each person gets one mail. A dry run does it all and takes it back. */
  async askAll(
    entries: readonly EntryToAsk[],
    actor: Actor,
    { dryRun }: { readonly dryRun: boolean },
  ): Promise<AskedOutcome[]> {
    let outcomes: AskedOutcome[] = [];
    const asked = this.dataSource.transaction(async (manager) => {
      const [user]: { name: string }[] = await manager.query(WHO_ASKS, [actor.userId]);
      outcomes = await this.tell(manager, entries, user?.name ?? actor.name, actor.scope);
      if (dryRun) throw new TakenBack();
    });
    await asked.catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
    return outcomes;
  }

  /** Tells whoever answers for it by now. */
  async askOthers(manager: EntityManager, { indicatorId, month, by }: AskedReason): Promise<void> {
    await this.tell(manager, [{ indicatorId, month }], by, EVERYTHING);
  }

  private async tell(
    manager: EntityManager,
    entries: readonly EntryToAsk[],
    by: string,
    scope: Scope,
  ): Promise<AskedOutcome[]> {
    const now = await this.clock.now();
    const day = await this.days.of(now);
    const directory = await this.recipients.all(manager, day.today);
    const ids = entries.map(({ indicatorId }) => indicatorId);
    const known = await askedOn(manager, ASKED, day.today, ids);
    const planned: Omit<PlannedNotification, 'rule'>[] = [];
    const outcomes: AskedOutcome[] = [];
    for (const { indicatorId, month } of entries) {
      const entry = await this.open(manager, indicatorId, month, day, scope);
      const told = entry ? recipientsOf(entry, ['reporter'], directory) : [];
      const isNews = (who: string): boolean => !known.has(askedKey(indicatorId, month, who));
      const news = told.filter(({ contact, reader }) => isNews(contact.id) && isNews(reader.person));
      const refusal = refusalOf(month, entry, told.length, news.length);
      outcomes.push({ indicatorId, month, told: refusal ? [] : told.map(({ reader }) => reader), refusal });
      if (!entry || refusal) continue;
      for (const { contact, reader, inPlace } of news) {
        const reason: AskedReason = { indicatorId, indicator: entry.indicator, month, by, ...(inPlace && { inPlace }) };
        const line = { contactId: contact.id, readerId: reader.id, subject: indicatorId, reason };
        planned.push({ ...line, dueDate: entry.dueDate, stage: day.today });
        for (const who of [contact.id, reader.person]) known.add(askedKey(indicatorId, month, who));
      }
    }
    // What was asked for together goes into one mail of each person.
    const occasion = { topic: `${day.today} ${uuid()}`, localDate: day.today, at: now };
    if (planned.length > 0) await this.notifications.notify(manager, ASKED, planned, occasion);
    return outcomes;
  }

  /** The entry, as long as it is owed and its month is over and takes entries. */
  async open(
    manager: EntityManager,
    indicatorId: string,
    month: Month,
    day: ReminderDay,
    scope: Scope = EVERYTHING,
  ): Promise<OpenAsked | undefined> {
    const entry = month <= day.lastOver ? await owedEntry(manager, indicatorId, month, scope) : undefined;
    if (!entry) return undefined;
    const { departmentId } = entry;
    if ((await this.months.closedOn(manager, [{ departmentId, month }], day.today)).length > 0) return undefined;
    const department = await manager.findOneByOrFail(Department, { id: departmentId });
    const { dueWorkingDay, dueHour } = day.deadlineOf(department);
    return { ...entry, dueDate: dueDateOf(month, dueWorkingDay, day.calendar), dueHour };
  }
}

class TakenBack extends Error {}

function refusalOf(month: Month, entry: OpenAsked | undefined, told: number, news: number): DomainError | null {
  if (!entry) return nothingOwed(month);
  if (told === 0) return nobodyToAsk();
  return news === 0 ? alreadyAsked() : null;
}
