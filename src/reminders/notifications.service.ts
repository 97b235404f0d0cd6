import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DatabaseClock } from '../common/database-clock.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { Addressee } from '../delivery/recipients/addressee.js';
import type { Mail } from '../delivery/mail/mail.entity.js';
import type { Unwritten } from '../delivery/mail/mail-message.js';
import type { NotificationRule } from '../domain/reminding/told-rules.js';
import { Notification } from './notification.entity.js';
import {
  NotificationsRepository,
  type Occasion,
  type PlannedNotification,
  type Span,
} from './notifications.repository.js';

/** The ledger of who was told what, when and why. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notifications: NotificationsRepository,
    private readonly clock: DatabaseClock,
  ) {}

  /** Tells people, each thing once however often this runs, in a mail of the rule's kind. @returns how many mails are new */
  notify(
    manager: EntityManager,
    rule: NotificationRule,
    planned: readonly Omit<PlannedNotification, 'rule'>[],
    occasion: Omit<Occasion, 'kind'>,
  ): Promise<number> {
    const ofRule = planned.map((notification) => ({ ...notification, rule }));
    return this.notifyTogether(manager, ofRule, { ...occasion, kind: rule });
  }

  /** The same for several rules, whose notifications to one contact go into one mail. */
  async notifyTogether(
    manager: EntityManager,
    planned: readonly PlannedNotification[],
    occasion: Occasion,
  ): Promise<number> {
    return this.notifications.insert(manager, planned, occasion, await this.clock.now());
  }

  /** What was told already, as `ledgerKey`s. */
  known(manager: EntityManager, subjects: readonly string[]): Promise<Set<string>> {
    return this.notifications.known(manager, subjects);
  }

  /** The first that was told under that rule for that day. */
  first(manager: EntityManager, rule: NotificationRule, dueDate: LocalDate): Promise<Notification | null> {
    return manager.findOne(Notification, { where: { rule, dueDate }, order: { createdAt: 'ASC' } });
  }

  ofMail(manager: EntityManager, mailId: string): Promise<Notification[]> {
    return this.notifications.ofMail(manager, mailId);
  }

  /** Whether a mail is the one that its reader gets now. @returns undefined if it is, and then it is under way */
  claimFor(
    manager: EntityManager,
    mail: Mail,
    reader: Addressee,
    day: Span,
    now: Date,
  ): Promise<Unwritten | undefined> {
    return this.notifications.claimFor(manager, mail, reader, day, now);
  }

  /** Whose mail it is, however often its contact is entered anew. */
  markUnderWay(manager: EntityManager, mail: Mail, reader: Addressee): Promise<void> {
    return this.notifications.markUnderWay(manager, mail, reader);
  }

  /** Takes lines out of a mail that goes out without them. */
  async setAside(manager: EntityManager, mail: Mail, lines: readonly Notification[]): Promise<void> {
    await this.notifications.setAside(manager, mail, lines, await this.clock.now());
  }
}
