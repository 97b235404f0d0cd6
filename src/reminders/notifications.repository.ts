import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Notification, type NotificationRule } from './notification.entity.js';

/** Something a contact is to be told; `reason` is kept as why. */
export interface PlannedNotification {
  readonly contactId: string;
  readonly subject: string;
  readonly dueDate: string;
  readonly stage: string;
  readonly reason: Record<string, unknown>;
  /** When it may be sent; by default at once. */
  readonly sendAt?: Date;
}

/** When, and under which topic, people are told: what has the same topic goes into one mail. */
export interface Occasion {
  readonly topic: string;
  readonly localDate: string;
  readonly at: Date;
}

/** What makes a notification the same one: it is told once. */
export const ledgerKey = (told: Pick<PlannedNotification, 'subject' | 'contactId' | 'dueDate' | 'stage'>): string =>
  [told.subject, told.contactId, told.dueDate, told.stage].join(' ');

// Only what the ledger does not hold yet, and only one mail per contact and topic; the unique keys decide.
const INSERT = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS w(id uuid, "contactId" uuid, subject text, "dueDate" text, stage text, reason jsonb, "dueAt" timestamptz, "mailId" uuid)
  ), fresh AS (
    SELECT * FROM wanted w WHERE NOT EXISTS (
      SELECT 1 FROM notification n
      WHERE n.rule = $2 AND n.subject = w.subject AND n.contact_id = w."contactId" AND n.due_date = w."dueDate" AND n.stage = w.stage)
  ), new_mail AS (
    INSERT INTO mail (id, contact_id, kind, topic, local_date, state, due_at, created_at)
    SELECT "mailId", "contactId", $2, $5, $3, CASE WHEN max("dueAt") > $4 THEN 'planned' ELSE 'queued' END,
           max("dueAt"), $4::timestamptz
    FROM fresh GROUP BY "mailId", "contactId"
    ON CONFLICT (contact_id, kind, topic) DO NOTHING
    RETURNING id
  ), new_notification AS (
    INSERT INTO notification (id, rule, subject, contact_id, due_date, stage, reason, mail_id, created_at)
    SELECT f.id, $2, f.subject, f."contactId", f."dueDate", f.stage, f.reason, f."mailId", $4::timestamptz
    FROM fresh f JOIN new_mail m ON m.id = f."mailId"
    ON CONFLICT (rule, subject, contact_id, due_date, stage) DO NOTHING
  )
  SELECT id FROM new_mail`;

@Injectable()
export class NotificationsRepository {
  /** Writes the ledger rows and their mails. @returns how many mails are new */
  async insert(
    manager: EntityManager,
    rule: NotificationRule,
    planned: readonly PlannedNotification[],
    { topic, localDate, at }: Occasion,
    now: Date,
  ): Promise<number> {
    const mailIds = new Map(planned.map(({ contactId }) => [contactId, uuid()]));
    const rows = planned.map((notification) => ({
      ...notification,
      id: uuid(),
      mailId: mailIds.get(notification.contactId),
      // A run for another moment than now keeps the time that was to pass.
      dueAt: new Date(now.getTime() + Math.max(0, (notification.sendAt ?? at).getTime() - at.getTime())),
    }));
    const mails: unknown[] = await manager.query(INSERT, [JSON.stringify(rows), rule, localDate, now, topic]);
    return mails.length;
  }

  /** What the ledger holds of a rule for these subjects, as `ledgerKey`s. */
  async known(manager: EntityManager, rule: NotificationRule, subjects: readonly string[]): Promise<Set<string>> {
    const rows = await manager.find(Notification, { where: { rule, subject: In(subjects) } });
    return new Set(rows.map(ledgerKey));
  }

  ofMail(manager: EntityManager, mailId: string): Promise<Notification[]> {
    return manager.find(Notification, { where: { mailId }, order: { dueDate: 'ASC', subject: 'ASC' } });
  }

  list(manager: EntityManager, limit: number, cursor?: string): Promise<Notification[]> {
    const query = manager
      .createQueryBuilder(Notification, 'notification')
      .leftJoinAndSelect('notification.mail', 'mail')
      .orderBy('notification.id', 'DESC')
      .take(limit);
    return (cursor ? query.where('notification.id < :cursor', { cursor }) : query).getMany();
  }
}
