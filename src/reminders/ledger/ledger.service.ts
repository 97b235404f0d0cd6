import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Page, pageOf } from '../../common/http/page.js';
import type { MailAttempt } from '../../delivery/mail/mail-attempt.entity.js';
import type { Message } from '../../domain/domain-error.js';
import { NotFoundError } from '../../domain/domain-error.js';
import type { Notification } from '../notification.entity.js';
import { NotificationsRepository } from '../notifications.repository.js';
import type { LedgerQuery } from './ledger.query.js';
import { LedgerRepository, type Named } from './ledger.repository.js';
import { toldText } from './told-text.js';

/** A line of the ledger as people read it. */
export interface LedgerLine extends Notification {
  /** Whom it concerns; null: they are no longer there. */
  readonly contactName: string | null;
  readonly departmentName: string | null;
  /** Who got it: the deputy while the contact was away. */
  readonly readBy: string | null;
  /** Why; null where the rule says it all. */
  readonly text: Message | null;
}

/** What the performance office reads in the ledger of who was told what, when and why. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerRepository,
    private readonly notifications: NotificationsRepository,
  ) {}

  async list({ limit, ...query }: LedgerQuery): Promise<Page<LedgerLine>> {
    const { manager } = this.dataSource;
    return pageOf(await this.named(await this.ledger.page(manager, limit + 1, query)), limit);
  }

  /** A line with every try to send its mail. @throws NotFoundError */
  async find(id: string): Promise<LedgerLine & { attempts: MailAttempt[] }> {
    const { manager } = this.dataSource;
    const notification = await this.notifications.find(manager, id);
    const [line] = await this.named(notification ? [notification] : []);
    if (!line) throw new NotFoundError({ zh: '提醒', en: 'notification' });
    return { ...line, attempts: await this.notifications.attempts(manager, line.mailId) };
  }

  private async named(told: readonly Notification[]): Promise<LedgerLine[]> {
    const ids = told.flatMap(({ contactId, mail }) => [contactId, mail?.contactId ?? contactId]);
    const names = await this.ledger.names(this.dataSource.manager, [...new Set(ids)]);
    return told.map((one) => lineOf(one, names));
  }
}

function lineOf(told: Notification, names: ReadonlyMap<string, Named>): LedgerLine {
  const contact = names.get(told.contactId);
  const reader = told.mail && names.get(told.mail.contactId);
  return {
    ...told,
    contactName: contact?.name ?? null,
    departmentName: contact?.departmentName ?? null,
    readBy: reader?.name ?? null,
    text: toldText(told, told.mail?.localDate ?? told.dueDate),
  };
}
