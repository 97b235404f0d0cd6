import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AccountNews, type AccountNewsItem } from '../auth/users/account-news.js';
import { UsersService } from '../auth/users/users.service.js';
import { whoActs } from '../common/access/acting.js';
import { DatabaseClock } from '../common/database-clock.js';
import { Configuration } from '../config/configuration.js';
import type { Reader } from '../delivery/recipients/addressee.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { localTime } from '../domain/calendar/working-days.js';
import { NotificationsService } from '../reminders/notifications.service.js';

/** The rule of the ledger, and the kind of its mails. */
export const ACCOUNT_NOTICE = 'account-notice';

/** Whoever guesses all day gets one mail written, not a hundred. */
const ONCE_A_DAY: readonly AccountNewsItem['kind'][] = ['sign-in-failed', 'code-refused'];

/** Instants as local times. */
type InWords<T> = T extends { readonly effectiveAt: unknown }
  ? Omit<T, 'effectiveAt'> & { effectiveAt: string | null }
  : T;

/** What the ledger keeps. */
export type NoticeReason = InWords<AccountNewsItem> & {
  /** Local, to the minute. */
  readonly at: string;
  /** The name of who did it; null: nobody who was signed in. */
  readonly by: string | null;
};

/** At the account's address, or at the one that was its. */
export const readerOf = (reader: Reader, { formerly }: Pick<AccountNewsItem, 'formerly'>): Reader =>
  formerly === undefined ? reader : { ...reader, email: formerly, person: formerly.toLowerCase(), obstacle: null };

/** Writes to people what happened to their accounts, where an address of theirs is known. */
@Injectable()
export class AccountNoticesService implements OnModuleInit {
  constructor(
    private readonly news: AccountNews,
    private readonly users: UsersService,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.news.subscribe((manager, news) => this.tell(manager, news));
  }

  private async tell(manager: EntityManager, news: AccountNewsItem): Promise<void> {
    const readers = await this.recipients.accounts(manager, [news.userId]);
    const reached = readers.map((reader) => readerOf(reader, news)).filter(({ obstacle }) => obstacle === null);
    if (reached.length === 0) return;
    const now = await this.clock.now();
    const { date, time } = localTime(now, this.configuration.TIME_ZONE);
    const { userId } = whoActs();
    const by = userId === null ? null : (await this.users.find(userId, manager)).displayName;
    const reason = this.reasonOf(news, `${date} ${time}`, by);
    const topic = ONCE_A_DAY.includes(news.kind) ? `${news.kind} ${date}` : uuid();
    const planned = reached.map(({ id: contactId }) => ({
      ...{ contactId, subject: news.kind, dueDate: date, stage: topic, reason },
    }));
    await this.notifications.notify(manager, ACCOUNT_NOTICE, planned, { topic, localDate: date, at: now });
  }

  private reasonOf(news: AccountNewsItem, at: string, by: string | null): NoticeReason {
    if (news.kind !== 'change-asked') return { ...news, at, by };
    const effective = news.effectiveAt && localTime(news.effectiveAt, this.configuration.TIME_ZONE);
    return { ...news, at, by, effectiveAt: effective && `${effective.date} ${effective.time}` };
  }
}
