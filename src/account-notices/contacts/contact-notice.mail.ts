import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NIL } from 'uuid';
import { Configuration } from '../../config/configuration.js';
import type { Mail } from '../../delivery/mail/mail.entity.js';
import type { Unwritten, WrittenMail } from '../../delivery/mail/mail-message.js';
import { MailService } from '../../delivery/mail/mail.service.js';
import { mailTemplates } from '../../delivery/mail/mail-templates.js';
import type { Reader } from '../../delivery/recipients/addressee.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import type { Language } from '../../domain/domain-error.js';
import { NotificationsService } from '../../reminders/notifications.service.js';
import { CONTACT_REMEDIES, CONTACT_TITLES, contactNoticeLine, formerAddressText } from './contact-notice-text.js';
import { CONTACT_NOTICE, type ContactReason } from './contact-notices.service.js';

/** More are counted. */
const MOST_LINES = 50;

const MORE: Readonly<Record<Language, (count: number) => string>> = {
  zh: (count) => `另有 ${count} 项，详见审计日志。`,
  en: (count) => `And ${count} more; the audit log has them.`,
};

/** Says to the former address of a contact, or to the office, that mails go elsewhere. */
@Injectable()
export class ContactNoticeMail implements OnModuleInit {
  private readonly template = mailTemplates(CONTACT_NOTICE);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly recipients: RecipientsService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(CONTACT_NOTICE, { write: (manager, mail) => this.write(manager, mail) });
  }

  private async write(manager: EntityManager, mail: Mail): Promise<WrittenMail | Unwritten> {
    const lines = await this.notifications.ofMail(manager, mail.id);
    const reasons = lines.map(({ reason }) => reason as unknown as ContactReason);
    const [first] = reasons;
    const reader = first && (formerReader(first) ?? (await this.officeReader(manager, mail)));
    if (!reader) return 'cancelled';
    const { name, language } = reader;
    const to = first.formerly ? 'former' : 'office';
    const said = first.formerly ? [formerAddressText(first)] : reasons.slice(0, MOST_LINES).map(contactNoticeLine);
    const left = reasons.length - said.length;
    const words = {
      title: CONTACT_TITLES[to][language],
      lines: [...said.map((one) => one[language]), ...(left > 0 ? [MORE[language](left)] : [])],
      remedy: CONTACT_REMEDIES[to][language],
    };
    const link = `${this.configuration.PUBLIC_URL}/`;
    return { ...this.template(language, { ...words, name, link, more: '', language }), link, reader };
  }

  /** The contact who was to read it, or the auditor in place of an office without one. */
  private async officeReader(manager: EntityManager, { contactId, localDate }: Mail): Promise<Reader | undefined> {
    const directory = await this.recipients.of(manager, [contactId], localDate);
    const [account] = await this.recipients.accounts(manager, [contactId]);
    const reader = directory.reading(contactId) ?? account;
    return reader?.obstacle === null ? reader : undefined;
  }
}

/** Nobody's id: a robot that the contact has now is not where its mails went. */
function formerReader({ formerly, name }: ContactReason): Reader | undefined {
  if (!formerly) return undefined;
  const { email, language } = formerly;
  return { id: NIL, name, email: email.trim(), person: email.trim().toLowerCase(), language, obstacle: null };
}
