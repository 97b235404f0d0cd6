import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AuditHead } from '../audit/audit-head.js';
import { Configuration } from '../config/configuration.js';
import type { Unwritten, WrittenMail } from '../delivery/mail/mail-message.js';
import { MailService } from '../delivery/mail/mail.service.js';
import type { Mail } from '../delivery/mail/mail.entity.js';
import { mailTemplates } from '../delivery/mail/mail-templates.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import { AUDIT_HEAD } from './sent-heads.service.js';

/** Gives an auditor the head of the audit log to keep: in the mailbox it is where nobody here can change it. */
@Injectable()
export class AuditHeadMail implements OnModuleInit {
  private readonly template = mailTemplates(AUDIT_HEAD);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly recipients: RecipientsService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(AUDIT_HEAD, { write: (manager, mail) => this.write(manager, mail) });
  }

  private async write(manager: EntityManager, mail: Mail): Promise<WrittenMail | Unwritten> {
    const reader = (await this.recipients.auditors(manager)).find(({ id }) => id === mail.contactId);
    const [line] = await this.notifications.ofMail(manager, mail.id);
    if (reader?.obstacle !== null || !line) return 'cancelled';
    const { name, language } = reader;
    const link = `${this.configuration.PUBLIC_URL}/audit`;
    const { position, hash, count, day, signature } = line.reason as unknown as AuditHead;
    const json = JSON.stringify({ position, hash, count, day, signature });
    return {
      ...this.template(language, { name, position, count, day, json, link, more: '', language }),
      link,
      reader,
    };
  }
}
