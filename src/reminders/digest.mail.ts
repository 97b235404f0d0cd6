import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import type { Mail } from '../delivery/mail/mail.entity.js';
import type { MailMessage } from '../delivery/mail/mail-message.js';
import { MailService } from '../delivery/mail/mail.service.js';
import { mailTemplates } from '../delivery/mail/mail-templates.js';
import { OptOutService } from '../delivery/opt-out/opt-out.service.js';
import type { Contact } from '../organisation/contact.entity.js';
import { DigestContents } from './digest-contents.js';
import { isInformation } from './digest-line.js';
import { dueDatesCalendar } from './due-dates-calendar.js';
import type { Notification } from './notification.entity.js';
import { NotificationsService } from './notifications.service.js';

export const DIGEST = 'digest';

/** Writes the digest of a day when it goes out: what is still so then. Nothing left to say, no mail. */
@Injectable()
export class DigestMail implements OnModuleInit {
  private readonly write = mailTemplates(DIGEST);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly contents: DigestContents,
    private readonly optOut: OptOutService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(DIGEST, (...mail) => this.compose(...mail));
  }

  private async compose(
    manager: EntityManager,
    mail: Mail,
    contact: Contact,
    reader: Contact,
  ): Promise<MailMessage | undefined> {
    if (!(await this.notifications.coalesce(manager, mail))) return undefined;
    const notices = latestOfEach(await this.notifications.ofMail(manager, mail.id));
    const { language } = reader;
    const contents = await this.contents.of(manager, notices, contact, mail.localDate, language);
    if (!contents) return undefined;
    const { months, approvals, alerts, department } = contents;
    const unsubscribe = notices.some(isInformation) ? await this.optOut.link(manager, contact.id) : undefined;
    const [first] = months;
    const month = first?.month ?? approvals[0]?.month;
    const link = `${this.configuration.PUBLIC_URL}/${month ? `?month=${month}` : ''}`;
    const message = this.write(language, {
      ...contents,
      name: reader.name,
      onBehalfOf: reader.id === contact.id ? undefined : contact.name,
      department,
      first,
      several: months.length > 1 ? months.length : 0,
      count: months.reduce((sum, { count }) => sum + count, 0),
      approvalCount: approvals.reduce((sum, { entries }) => sum + entries, 0),
      approvalTexts: approvals.map(({ text }) => text),
      alertCount: alerts.length,
      link,
      unsubscribe,
      language,
    });
    const events = months.filter(({ overdue }) => !overdue);
    const { PUBLIC_URL, TIME_ZONE } = this.configuration;
    return {
      ...message,
      link,
      unsubscribe,
      attachments: events.length > 0 ? [dueDatesCalendar(events, contents, language, PUBLIC_URL, TIME_ZONE)] : [],
    };
  }
}

/** Two steps of the ladder that come together are one line. */
const latestOfEach = (notices: readonly Notification[]): Notification[] => [
  ...new Map(notices.map((notice) => [`${notice.rule} ${notice.subject}`, notice])).values(),
];
