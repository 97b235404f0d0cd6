import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { zoneName } from '../../domain/calendar/zone-name.js';
import { instantOf } from '../../domain/calendar/working-days.js';
import { Configuration } from '../../config/configuration.js';
import type { Unwritten, WrittenMail } from '../../delivery/mail/mail-message.js';
import type { Mail } from '../../delivery/mail/mail.entity.js';
import { MailService } from '../../delivery/mail/mail.service.js';
import { mailTemplates } from '../../delivery/mail/mail-templates.js';
import type { Reader } from '../../delivery/recipients/addressee.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Notification } from '../notification.entity.js';
import { NotificationsService } from '../notifications.service.js';
import { type ReminderDay, ReminderDays } from '../reminder-day.js';
import { isAskedAnew } from './asked-entry.js';
import { ASKED, type AskedReason, AskedRemindersService, type OpenAsked } from './asked-reminders.service.js';

/** Says that somebody asks for entries; nothing of those that have been handed in meanwhile. */
@Injectable()
export class AskedMail implements OnModuleInit {
  private readonly template = mailTemplates(ASKED);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly asked: AskedRemindersService,
    private readonly days: ReminderDays,
    private readonly recipients: RecipientsService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(ASKED, {
      write: (...mail) => this.write(...mail),
      cancelled: async (manager, { id }) => {
        for (const { reason } of await this.notifications.ofMail(manager, id))
          await this.asked.askOthers(manager, reason as unknown as AskedReason);
      },
    });
  }

  private async write(manager: EntityManager, mail: Mail, now: Date): Promise<WrittenMail | Unwritten> {
    const day = await this.days.of(now);
    const reader = (await this.recipients.of(manager, [mail.contactId], day.today)).reading(mail.contactId);
    const notices = await this.notifications.ofMail(manager, mail.id);
    const [first] = notices;
    if (!first || !reader) return 'cancelled';
    const { by } = first.reason as unknown as AskedReason;
    const entries = await this.stillAsked(manager, notices, reader, day);
    if (entries.length === 0) return 'superseded';
    const settled = notices.filter(({ id }) => !entries.some((entry) => entry.id === id));
    if (settled.length > 0) await this.notifications.setAside(manager, mail, settled);
    await this.notifications.markUnderWay(manager, mail, reader);
    const { language } = reader;
    const [{ month }] = entries as [AskedLine];
    const link = `${this.configuration.PUBLIC_URL}/entry?month=${month}`;
    const zone = zoneName(day.timeZone, now, language);
    const context = { entries, first: entries[0], count: entries.length, several: entries.length > 1 };
    return { ...this.template(language, { ...context, name: reader.name, by, zone, link, language }), link, reader };
  }

  /** Those of the entries that are owed by now, and that no other mail asks for. */
  private async stillAsked(
    manager: EntityManager,
    notices: readonly Notification[],
    reader: Reader,
    day: ReminderDay,
  ): Promise<AskedLine[]> {
    const lines: AskedLine[] = [];
    const today = instantOf(`${day.today}T00:00`, day.timeZone);
    for (const notice of notices) {
      const { indicatorId, month, inPlace = false } = notice.reason as unknown as AskedReason;
      const entry = await this.asked.open(manager, indicatorId, month, day);
      if (!entry || (await isAskedAnew(manager, notice, month, today, reader))) continue;
      lines.push({ ...entry, id: notice.id, month, inPlace, overdue: entry.dueDate < day.today });
    }
    return lines;
  }
}

/** An entry as the mail names it. */
interface AskedLine extends OpenAsked {
  /** Of its line in the ledger. */
  readonly id: string;
  readonly month: Month;
  readonly inPlace: boolean;
  readonly overdue: boolean;
}
