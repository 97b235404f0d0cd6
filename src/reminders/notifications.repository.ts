import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { MailAttempt } from '../delivery/mail/mail-attempt.entity.js';
import { Mail } from '../delivery/mail/mail.entity.js';
import { INFORMATION } from './digest-line.js';
import { Notification, type NotificationRule } from './notification.entity.js';

/** Something a contact is to be told; `reason` is kept as why. */
export interface PlannedNotification {
  readonly rule: NotificationRule;
  readonly contactId: string;
  readonly subject: string;
  readonly dueDate: string;
  readonly stage: string;
  readonly reason: object;
  /** When it may be sent; by default at once. */
  readonly sendAt?: Date;
}

/** When, and under which kind and topic, people are told: what has the same goes into one mail. */
export interface Occasion {
  readonly kind: string;
  readonly topic: string;
  readonly localDate: string;
  readonly at: Date;
}

/** What makes a notification the same one: it is told once. */
export const ledgerKey = (told: Pick<PlannedNotification, 'rule' | 'subject' | 'contactId' | 'dueDate' | 'stage'>) =>
  [told.rule, told.subject, told.contactId, told.dueDate, told.stage].join(' ');

// Only what the ledger does not hold yet, and only one mail per contact and topic; the unique keys decide.
const INSERT = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS w(id uuid, rule text, "contactId" uuid, subject text, "dueDate" text, stage text, reason jsonb,
           "dueAt" timestamptz, "mailId" uuid)
  ), fresh AS (
    SELECT * FROM wanted w WHERE NOT EXISTS (
      SELECT 1 FROM notification n
      WHERE n.rule = w.rule AND n.subject = w.subject AND n.contact_id = w."contactId" AND n.due_date = w."dueDate"
        AND n.stage = w.stage)
      AND NOT (w.rule = ANY ($6) AND EXISTS (SELECT 1 FROM mail_opt_out o WHERE o.contact_id = w."contactId"))
  ), new_mail AS (
    INSERT INTO mail (id, contact_id, kind, topic, local_date, state, due_at, created_at)
    SELECT "mailId", "contactId", $2, $5, $3, CASE WHEN max("dueAt") > $4 THEN 'planned' ELSE 'queued' END,
           max("dueAt"), $4::timestamptz
    FROM fresh GROUP BY "mailId", "contactId"
    ON CONFLICT (contact_id, kind, topic) DO NOTHING
    RETURNING id
  ), new_notification AS (
    INSERT INTO notification (id, rule, subject, contact_id, due_date, stage, reason, mail_id, created_at)
    SELECT f.id, f.rule, f.subject, f."contactId", f."dueDate", f.stage, f.reason, f."mailId", $4::timestamptz
    FROM fresh f JOIN new_mail m ON m.id = f."mailId"
    ON CONFLICT (rule, subject, contact_id, due_date, stage) DO NOTHING
  )
  SELECT id FROM new_mail`;

@Injectable()
export class NotificationsRepository {
  /** Writes the ledger rows and their mails. @returns how many mails are new */
  async insert(
    manager: EntityManager,
    planned: readonly PlannedNotification[],
    { kind, topic, localDate, at }: Occasion,
    now: Date,
  ): Promise<number> {
    const mailIds = new Map(planned.map(({ contactId }) => [contactId, uuid()]));
    const rows = planned.map(({ sendAt = at, ...notification }) => ({
      ...notification,
      id: uuid(),
      mailId: mailIds.get(notification.contactId),
      // A run for another moment than now keeps the time that was to pass.
      dueAt: new Date(now.getTime() + Math.max(0, sendAt.getTime() - at.getTime())),
    }));
    const values = [JSON.stringify(rows), kind, localDate, now, topic, INFORMATION];
    const mails: unknown[] = await manager.query(INSERT, values);
    return mails.length;
  }

  /** What the ledger holds of these subjects, as `ledgerKey`s. */
  async known(manager: EntityManager, subjects: readonly string[]): Promise<Set<string>> {
    const rows = await manager.find(Notification, { where: { subject: In(subjects) } });
    return new Set(rows.map(ledgerKey));
  }

  ofMail(manager: EntityManager, mailId: string): Promise<Notification[]> {
    return manager.find(Notification, { where: { mailId }, order: { dueDate: 'ASC', subject: 'ASC' } });
  }

  /**
   * Several open mails of a kind to one contact, as after days without a mail server, become one: the newest takes over
   * what the others were to tell; also what was given up and never came to be told. @returns whether this one is it
   */
  async coalesce(within: EntityManager, { id, contactId, kind }: Mail, now: Date): Promise<boolean> {
    const untold = [{ finishedAt: IsNull() }, { state: 'undeliverable' as const }];
    const others = untold.map((how) => ({ ...how, contactId, kind, id: Not(id) }));
    if (!(await within.existsBy(Mail, others))) return true;
    return within.transaction(async (manager) => {
      const open: { id: string }[] = await manager.query(
        `SELECT id FROM mail WHERE contact_id = $1 AND kind = $2 AND (finished_at IS NULL OR state = 'undeliverable')
         ORDER BY finished_at IS NOT NULL, id DESC FOR UPDATE`,
        [contactId, kind],
      );
      const [newest = id, ...older] = open.map((mail) => mail.id);
      await manager.update(Notification, { mailId: In(older) }, { mailId: newest });
      await manager.update(Mail, { id: In(older) }, { state: 'superseded', finishedAt: now });
      return newest === id;
    });
  }

  list(manager: EntityManager, limit: number, cursor?: string): Promise<Notification[]> {
    const query = manager
      .createQueryBuilder(Notification, 'notification')
      .leftJoinAndSelect('notification.mail', 'mail')
      .orderBy('notification.id', 'DESC')
      .take(limit);
    return (cursor ? query.where('notification.id < :cursor', { cursor }) : query).getMany();
  }

  find(manager: EntityManager, id: string): Promise<Notification | null> {
    return manager.findOne(Notification, { where: { id }, relations: { mail: true } });
  }

  attempts(manager: EntityManager, mailId: string): Promise<MailAttempt[]> {
    return manager.find(MailAttempt, { where: { mailId }, order: { startedAt: 'ASC' } });
  }
}
