import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { zoneName } from '../../domain/calendar/zone-name.js';
import { instantOf } from '../../domain/calendar/working-days.js';
import { Configuration } from '../../config/configuration.js';
import type { Unwritten, WrittenMail } from '../../delivery/mail/mail-message.js';
import type { Mail } from '../../delivery/mail/mail.entity.js';
import { MailService } from '../../delivery/mail/mail.service.js';
import { mailTemplates } from '../../delivery/mail/mail-templates.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import { NotificationsService } from '../notifications.service.js';
import { ReminderDays } from '../reminder-day.js';
import { isAskedAnew } from './asked-entry.js';
import { ASKED, type AskedReason, AskedRemindersService } from './asked-reminders.service.js';

/** Says that somebody asks for one entry; nothing once it has been handed in. */
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
        const [notice] = await this.notifications.ofMail(manager, id);
        if (notice) await this.asked.askOthers(manager, notice.reason as unknown as AskedReason);
      },
    });
  }

  private async write(manager: EntityManager, mail: Mail, now: Date): Promise<WrittenMail | Unwritten> {
    const day = await this.days.of(now);
    const reader = (await this.recipients.of(manager, [mail.contactId], day.today)).reading(mail.contactId);
    const [notice] = await this.notifications.ofMail(manager, mail.id);
    if (!notice || !reader) return 'cancelled';
    const { indicatorId, month, by, inPlace = false } = notice.reason as unknown as AskedReason;
    const entry = await this.asked.open(manager, indicatorId, month, day);
    if (!entry || (await isAskedAnew(manager, notice, month, instantOf(`${day.today}T00:00`, day.timeZone), reader)))
      return 'superseded';
    await this.notifications.markUnderWay(manager, mail, reader);
    const { language } = reader;
    const link = `${this.configuration.PUBLIC_URL}/entry?month=${month}`;
    const overdue = entry.dueDate < day.today;
    const zone = zoneName(day.timeZone, now, language);
    return {
      ...this.template(language, { ...entry, name: reader.name, month, by, inPlace, overdue, zone, link, language }),
      link,
      reader,
    };
  }
}
