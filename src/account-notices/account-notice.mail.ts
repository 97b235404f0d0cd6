import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import type { Mail } from '../delivery/mail/mail.entity.js';
import type { Unwritten, WrittenMail } from '../delivery/mail/mail-message.js';
import { MailService } from '../delivery/mail/mail.service.js';
import { mailTemplates } from '../delivery/mail/mail-templates.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import { ACCOUNT_NOTICE, type NoticeReason, readerOf } from './account-notices.service.js';
import { noticeText } from './notice-text.js';

/** Says to somebody what happened to their account. */
@Injectable()
export class AccountNoticeMail implements OnModuleInit {
  private readonly template = mailTemplates(ACCOUNT_NOTICE);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly recipients: RecipientsService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(ACCOUNT_NOTICE, { write: (manager, mail) => this.write(manager, mail) });
  }

  private async write(manager: EntityManager, mail: Mail): Promise<WrittenMail | Unwritten> {
    const [account] = await this.recipients.accounts(manager, [mail.contactId]);
    const [line] = await this.notifications.ofMail(manager, mail.id);
    if (!account || !line) return 'cancelled';
    const reason = line.reason as unknown as NoticeReason;
    const reader = readerOf(account, reason);
    if (reader.obstacle !== null) return 'cancelled';
    const { name, language } = reader;
    const link = `${this.configuration.PUBLIC_URL}/`;
    const { title, said, remedy } = noticeText(reason);
    const words = { title: title[language], said: said[language], remedy: remedy[language] };
    return { ...this.template(language, { ...words, name, link, more: '', language }), link, reader };
  }
}
