import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import type { Mail } from '../mail/mail.entity.js';
import type { MailMessage } from '../mail/mail-message.js';
import { MailService } from '../mail/mail.service.js';
import { mailTemplates } from '../mail/mail-templates.js';
import type { Contact } from '../organisation/contact.entity.js';
import { NotificationsService } from './notifications.service.js';
import { OwedEntriesRepository } from './owed-entries.repository.js';

const KIND = 'entries-owed';

/** Writes the digest of what a contact still owes when the mail goes out; nothing owed any more, no mail. */
@Injectable()
export class OwedEntriesMail implements OnModuleInit {
  private readonly write = mailTemplates(KIND);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly owedEntries: OwedEntriesRepository,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(KIND, (manager, mail, contact) => this.compose(manager, mail, contact));
  }

  private async compose(manager: EntityManager, mail: Mail, contact: Contact): Promise<MailMessage | undefined> {
    const notices = await this.notifications.ofMail(manager, mail.id);
    const owed = await this.owedEntries.find(
      manager,
      notices.map(({ subject }) => subject),
      contact.departmentId,
    );
    const isReporter = contact.duty === 'reporter';
    const mine = isReporter ? owed.filter(({ sectionId }) => sectionId === contact.sectionId) : owed;
    const months = notices
      .map(({ subject, dueDate }) => ({
        month: subject,
        dueDate,
        overdue: dueDate < mail.localDate,
        sections: mine.filter(({ month }) => month === subject),
      }))
      .filter(({ sections }) => sections.length > 0);
    const [first] = months;
    if (!first) return undefined;
    const count = months.flatMap(({ sections }) => sections.flatMap(({ indicators }) => indicators)).length;
    const link = `${this.configuration.PUBLIC_URL}/?month=${first.month}`;
    const department = first.sections[0]?.departmentName;
    return this.write(contact.language, {
      name: contact.name,
      department,
      months,
      first,
      count,
      link,
      language: contact.language,
    });
  }
}
