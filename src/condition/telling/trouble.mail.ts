import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../../config/configuration.js';
import type { Mail } from '../../delivery/mail/mail.entity.js';
import type { Unwritten, WrittenMail } from '../../delivery/mail/mail-message.js';
import { MailService } from '../../delivery/mail/mail.service.js';
import { mailTemplates } from '../../delivery/mail/mail-templates.js';
import type { Reader } from '../../delivery/recipients/addressee.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import type { Notification } from '../../reminders/notification.entity.js';
import { NotificationsService } from '../../reminders/notifications.service.js';
import { ConditionService } from '../condition.service.js';
import type { Trouble } from '../trouble.js';
import { byCode, MACHINE, TROUBLE, TroubleNotices, type TroubleReason } from './trouble-notices.js';

type Said = TroubleReason['said'];

/** Says to an administrator what is wrong with the machine when the mail leaves, and what is well again. */
@Injectable()
export class TroubleMail implements OnModuleInit {
  private readonly template = mailTemplates(TROUBLE);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly condition: ConditionService,
    private readonly notices: TroubleNotices,
    private readonly recipients: RecipientsService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(TROUBLE, { write: (manager, mail) => this.write(manager, mail) });
  }

  /** What is not so any more has told nobody: it is told when it is so again. */
  private async write(manager: EntityManager, mail: Mail): Promise<WrittenMail | Unwritten> {
    const administrators = await this.recipients.administrators(manager);
    const reader = administrators.find(({ id, obstacle }) => id === mail.contactId && obstacle === null);
    const lines = await this.notifications.ofMail(manager, mail.id);
    if (!reader || lines.length === 0) return 'cancelled';
    const troubles = await this.condition.look();
    const still = lines.filter((line) => this.isStill(line, troubles));
    if (still.length === 0) return 'cancelled';
    const gone = lines.filter((line) => !still.includes(line));
    if (gone.length > 0) await this.notifications.setAside(manager, mail, gone);
    const now = byCode(troubles);
    const wrong = still.filter(isWrong).flatMap((line) => now.get(line.subject) ?? reasonOf(line).said);
    const over = still.filter((line) => !isWrong(line)).flatMap((line) => reasonOf(line).said);
    return this.message(reader, wrong, over);
  }

  /** What another machine saw of itself is not looked at again. */
  private isStill(line: Notification, troubles: readonly Trouble[]): boolean {
    const reason = reasonOf(line);
    return (
      reason.machine !== MACHINE || this.notices.isGone({ code: line.subject, reason }, troubles) !== isWrong(line)
    );
  }

  private message(reader: Reader, wrong: Said, over: Said): WrittenMail {
    const { name, language } = reader;
    const errors = wrong.filter(({ severity }) => severity === 'error');
    const warnings = wrong.filter(({ severity }) => severity === 'warning');
    const inWords = (said: Said) => said.map(({ message, remedy }) => [message[language], remedy[language]] as const);
    const link = `${this.configuration.PUBLIC_URL}/`;
    const message = this.template(language, {
      name,
      machine: MACHINE,
      errors: inWords(errors),
      warnings: inWords(warnings),
      overTexts: over.map((said) => said.message[language]),
      count: wrong.length,
      ended: over.length,
      one: (wrong.length || over.length) === 1,
      more: '',
      link,
      language,
    });
    return { ...message, link, reader };
  }
}

const reasonOf = ({ reason }: Notification): TroubleReason => reason as unknown as TroubleReason;

const isWrong = ({ stage }: Notification): boolean => stage === 'wrong';
