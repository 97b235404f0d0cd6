import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import type { Mail } from '../delivery/mail/mail.entity.js';
import type { MailMessage, Unwritten, WrittenMail } from '../delivery/mail/mail-message.js';
import { MailService } from '../delivery/mail/mail.service.js';
import { mailTemplates } from '../delivery/mail/mail-templates.js';
import { OptOutService } from '../delivery/opt-out/opt-out.service.js';
import { zoneName } from '../domain/calendar/zone-name.js';
import { addDays, instantOf } from '../domain/calendar/working-days.js';
import type { Message } from '../domain/domain-error.js';
import type { Addressee } from '../delivery/recipients/addressee.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { type Contents, DigestContents, departmentsOf, type Sending } from './digest-contents.js';
import { DIGEST, isInformation } from './digest-line.js';
import { dueDatesCalendar } from './due-dates-calendar.js';
import type { Notification } from './notification.entity.js';
import type { Span } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { type ReminderDay, ReminderDays } from './reminder-day.js';
import { isStillRead } from './reminder-recipients.js';
import { RemindersService } from './reminders.service.js';

const MORE = {
  zh: (count: number) => `另有 ${count} 项预警，见页面。`,
  en: (count: number) => `And ${count} more alerts, on the page.`,
};

/** What a mail is about that holds nothing but notes. */
const noteSubject = (notices: readonly Notification[]): Message =>
  notices.some(({ rule }) => rule === 'calendar-missing')
    ? { zh: '请录入节假日安排', en: 'next year’s holidays are missing' }
    : { zh: '有提醒无法送达，请补全联系人', en: 'some reminders do not arrive' };

const spanOf = ({ today, timeZone }: ReminderDay): Span => ({
  from: instantOf(`${today}T00:00`, timeZone),
  until: instantOf(`${addDays(today, 1)}T00:00`, timeZone),
});

/** Others see to it that somebody enters. */
const isReporter = (contact: Addressee | undefined): boolean => contact?.duty === 'reporter';

/** Writes the digest of a day when it goes out: what is still so then, for whoever is to hear it. */
@Injectable()
export class DigestMail implements OnModuleInit {
  private readonly template = mailTemplates(DIGEST);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly reminders: RemindersService,
    private readonly days: ReminderDays,
    private readonly recipients: RecipientsService,
    private readonly contents: DigestContents,
    private readonly optOut: OptOutService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(DIGEST, {
      write: (...mail) => this.write(...mail),
      before: (now) => this.reminders.send(now),
      cancelled: async (manager, { id }, now) => this.tellOthers(manager, await this.notices(manager, id), now),
    });
  }

  /** One a day to each person: what they cannot be told today waits for the next plan, as all that is cancelled. */
  private async write(manager: EntityManager, mail: Mail, now: Date): Promise<WrittenMail | Unwritten> {
    const day = await this.days.of(now);
    const addressed = await this.recipients.of(manager, [mail.contactId], day.today);
    const reader = addressed.reading(mail.contactId);
    if (!reader) return 'cancelled';
    if ((await this.notices(manager, mail.id)).length === 0) return 'superseded';
    const unwritten = await this.notifications.claimFor(manager, mail, reader, spanOf(day), now);
    if (unwritten) return unwritten;
    const planned = await this.notices(manager, mail.id);
    const contacts = planned.map(({ contactId }) => contactId);
    const directory = await this.recipients.of(manager, contacts, day.today);
    const notices = planned.filter((notice) => isStillRead(notice, reader, directory));
    if (notices.length === 0) return 'cancelled';
    const strays = planned.filter((notice) => !notices.includes(notice));
    if (strays.length > 0) {
      await this.notifications.setAside(manager, mail, strays);
      await this.tellOthers(manager, strays, now);
    }
    const sending = { notices, directory, day, language: reader.language };
    const { contents, gone } = await this.contents.of(manager, sending);
    if (gone.length > 0) await this.notifications.setAside(manager, mail, gone);
    if (!contents) return 'superseded';
    const unsubscribe = notices.some(isInformation) ? await this.optOut.link(manager, mail.contactId) : undefined;
    return { ...this.message(reader, contents, sending, unsubscribe), reader };
  }

  private notices(manager: EntityManager, mailId: string): Promise<Notification[]> {
    return this.notifications.ofMail(manager, mailId);
  }

  /** Somebody else answers for it now, or will when the day is planned next. */
  private async tellOthers(manager: EntityManager, notices: readonly Notification[], now: Date): Promise<void> {
    const ids = notices.map(({ contactId }) => contactId);
    const directory = await this.recipients.of(manager, ids, (await this.days.of(now)).today);
    await this.reminders.sendAgain(now, [...new Set(notices.flatMap((notice) => departmentsOf(notice, directory)))]);
  }

  private message(
    reader: Addressee,
    contents: Contents,
    { notices, directory, day, language }: Sending,
    unsubscribe: string | undefined,
  ): MailMessage {
    const { months, approvals, alerts, moreAlerts } = contents;
    const { PUBLIC_URL, TIME_ZONE } = this.configuration;
    const [first] = months;
    const count = months.reduce((sum, month) => sum + month.count, 0);
    const month = first?.month ?? approvals[0]?.month;
    const link = `${PUBLIC_URL}/${month ? `?month=${month}` : ''}`;
    const absent = notices.flatMap(({ contactId }) => directory.find(contactId) ?? []);
    const others = new Set(absent.filter(({ person }) => person !== reader.person).map(({ name }) => name));
    const message = this.template(language, {
      ...contents,
      name: reader.name,
      onBehalfOf: [...others].join(language === 'zh' ? '、' : ', '),
      first,
      several: months.length > 1 ? months.length : 0,
      count,
      approvalCount: approvals.reduce((sum, { entries }) => sum + entries, 0),
      approvalTexts: approvals.map(({ text }) => text),
      alertCount: alerts.length + moreAlerts,
      moreAlertsText: moreAlerts === 0 ? '' : MORE[language](moreAlerts),
      noteSubject: noteSubject(notices)[language],
      one: count === 1,
      zone: zoneName(TIME_ZONE, spanOf(day).from, language),
      enters: notices.some(({ rule, contactId }) => rule === 'entries-owed' && isReporter(directory.find(contactId))),
      link,
      unsubscribe,
      language,
    });
    const events = months.filter(({ overdue }) => !overdue);
    return {
      ...message,
      link,
      unsubscribe,
      attachments: events.length > 0 ? [dueDatesCalendar(events, contents, language, PUBLIC_URL, TIME_ZONE)] : [],
    };
  }
}
