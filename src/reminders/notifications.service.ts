import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DatabaseClock } from '../common/database-clock.js';
import { type Page, pageOf, type PageQuery } from '../common/http/page.js';
import type { Notification, NotificationRule } from './notification.entity.js';
import { NotificationsRepository, type Occasion, type PlannedNotification } from './notifications.repository.js';

/** The ledger of who was told what, when and why. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notifications: NotificationsRepository,
    private readonly clock: DatabaseClock,
  ) {}

  /** Tells people, each thing once however often this runs. @returns how many mails were queued. */
  async notify(
    manager: EntityManager,
    rule: NotificationRule,
    planned: readonly PlannedNotification[],
    occasion: Occasion,
  ): Promise<number> {
    return this.notifications.insert(manager, rule, planned, occasion, await this.clock.now());
  }

  /** What was told already, as `ledgerKey`s. */
  known(manager: EntityManager, rule: NotificationRule, subjects: readonly string[]): Promise<Set<string>> {
    return this.notifications.known(manager, rule, subjects);
  }

  ofMail(manager: EntityManager, mailId: string): Promise<Notification[]> {
    return this.notifications.ofMail(manager, mailId);
  }

  /** Newest first. */
  async list({ limit, cursor }: PageQuery): Promise<Page<Notification>> {
    return pageOf(await this.notifications.list(this.dataSource.manager, limit + 1, cursor), limit);
  }
}
