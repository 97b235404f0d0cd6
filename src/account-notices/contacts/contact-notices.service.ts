import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { UsersService } from '../../auth/users/users.service.js';
import { whoActs } from '../../common/access/acting.js';
import { DatabaseClock } from '../../common/database-clock.js';
import { masked } from '../../common/personal-data.js';
import { Configuration } from '../../config/configuration.js';
import type { Reader } from '../../delivery/recipients/addressee.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import { localTime } from '../../domain/calendar/working-days.js';
import type { Language } from '../../domain/domain-error.js';
import { type ContactMove, ContactNews } from '../../organisation/contact-news.js';
import type { Contact } from '../../organisation/contact.entity.js';
import { Department } from '../../organisation/department.entity.js';
import { NotificationsService } from '../../reminders/notifications.service.js';

/** The rule of the ledger, and the kind of its mails. */
export const CONTACT_NOTICE = 'contact-notice';

/** The office reads together what happened within so long: a hundred contacts corrected one by one are one mail. */
const TOGETHER_MS = 600_000;
/** A change that began within that time is written down before its mail leaves. */
const GRACE_MS = 60_000;

/** What the ledger keeps of a contact whose mails go elsewhere, or nowhere. */
export interface ContactReason {
  /** `used`: of another duty or section, or with another deputy or absence. */
  readonly how: 'changed' | 'bound' | 'used' | 'ended';
  readonly name: string;
  readonly departmentName: string;
  /** Masked: enough to see that it is a stranger's. */
  readonly email: string | null;
  /** Local, to the minute. */
  readonly at: string;
  /** The name of who did it; null: nobody who was signed in. */
  readonly by: string | null;
  /** Where mails went until now, of the mail that goes there; absent from the office's. */
  readonly formerly?: { readonly email: string; readonly language: Language };
}

const mailboxOf = ({ before: { email, language } }: { before: Contact }) => ({ email, language });

/** Writes to the former address, and to the office, that mails of a contact go elsewhere. */
@Injectable()
export class ContactNoticesService implements OnModuleInit {
  constructor(
    private readonly news: ContactNews,
    private readonly users: UsersService,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.news.subscribe({
      boxesOf: (manager, ids) => this.recipients.boxes(manager, ids),
      tell: (manager, moves) => this.tell(manager, moves),
    });
  }

  private async tell(manager: EntityManager, moves: readonly ContactMove[]): Promise<void> {
    const at = await this.clock.now();
    const { date: localDate, time } = localTime(at, this.configuration.TIME_ZONE);
    const told = await this.reasons(manager, moves, `${localDate} ${time}`);
    const what = ({ before }: (typeof told)[number]) => ({ subject: before.id, dueDate: localDate, stage: uuid() });
    const former = told
      .filter(({ before }) => before.email.includes('@'))
      .map((one) => ({ ...what(one), contactId: one.before.id, reason: { ...one.reason, formerly: mailboxOf(one) } }));
    await this.notifications.notify(manager, CONTACT_NOTICE, former, { topic: uuid(), localDate, at });
    const readers = await this.office(manager, moves, localDate);
    const end = new Date((Math.floor(at.getTime() / TOGETHER_MS) + 1) * TOGETHER_MS);
    const sendAt = new Date(end.getTime() + GRACE_MS);
    const forOffice = readers.flatMap(({ id: contactId }) =>
      told.map((one) => ({ ...what(one), contactId, reason: one.reason, sendAt })),
    );
    const topic = `until ${end.toISOString()}`;
    await this.notifications.notify(manager, CONTACT_NOTICE, forOffice, { topic, localDate, at });
  }

  private async reasons(
    manager: EntityManager,
    moves: readonly ContactMove[],
    at: string,
  ): Promise<{ readonly before: Contact; readonly reason: ContactReason }[]> {
    const { userId } = whoActs();
    const by = userId === null ? null : (await this.users.find(userId, manager)).displayName;
    const ids = [...new Set(moves.map(({ before }) => before.departmentId))];
    const departments = await manager.find(Department, { select: { id: true, name: true }, where: { id: In(ids) } });
    const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
    return moves.map(({ before, after }) => {
      const { name, departmentId } = before;
      const email = after?.active ? after.email : null;
      const linked = after?.userId === before.userId ? 'used' : 'bound';
      const changed = email === before.email ? linked : 'changed';
      const reason: ContactReason = {
        ...{ how: email === null ? 'ended' : changed, name, departmentName: nameOf.get(departmentId) ?? '' },
        ...{ email, at, by },
      };
      return { before, reason: masked(reason) };
    });
  }

  /** The office's contacts but those that moved, each person once; where there is none, whoever reads the audit log. */
  private async office(manager: EntityManager, moves: readonly ContactMove[], date: string): Promise<Reader[]> {
    const moved = new Set(moves.map(({ before }) => before.id));
    const directory = await this.recipients.all(manager, date);
    const office = directory.office.filter(({ id }) => !moved.has(id)).map((one) => directory.readerOf(one));
    const readers = office.flatMap((one) => (one && !moved.has(one.id) ? [one] : []));
    const found = [...new Map(readers.map((one) => [one.person, one])).values()];
    if (found.length > 0) return found;
    return (await this.recipients.auditors(manager)).filter(({ obstacle }) => obstacle === null);
  }
}
