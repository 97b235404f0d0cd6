import { Injectable } from '@nestjs/common';
import { type EntityManager, In, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { MailAttempt } from '../delivery/mail/mail-attempt.entity.js';
import type { Addressee } from '../delivery/recipients/addressee.js';
import { Mail } from '../delivery/mail/mail.entity.js';
import type { MailState } from '../domain/reminding/mail-state.js';
import type { Unwritten } from '../delivery/mail/mail-message.js';
import { INFORMATION } from './digest-line.js';
import type { NotificationRule } from '../domain/reminding/told-rules.js';
import { Notification } from './notification.entity.js';

/** Something a contact is to be told; `reason` is kept as why. */
export interface PlannedNotification {
  readonly rule: NotificationRule;
  readonly contactId: string;
  /** Whose mail it goes into; by default the contact's own. */
  readonly readerId?: string;
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

/** From one instant until before another. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** What makes a notification the same one: it is told once. */
export const ledgerKey = (told: Pick<PlannedNotification, 'rule' | 'subject' | 'contactId' | 'dueDate' | 'stage'>) =>
  [told.rule, told.subject, told.contactId, told.dueDate, told.stage].join(' ');

// Only what the ledger does not hold yet, or has told nobody since its mail was cancelled or refused, and only one mail per
// reader and topic: one that is not under way takes more in, and what is still planned goes over to whoever reads it now.
// The unique keys decide.
const INSERT = `
  WITH wanted AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb)
      AS w(id uuid, rule text, "contactId" uuid, "readerId" uuid, subject text, "dueDate" text, stage text, reason jsonb,
           "dueAt" timestamptz, "mailId" uuid)
  ), fresh AS (
    SELECT w.*, n.id AS "untoldId" FROM wanted w
    LEFT JOIN notification n ON n.rule = w.rule AND n.subject = w.subject AND n.contact_id = w."contactId"
      AND n.due_date = w."dueDate" AND n.stage = w.stage
    LEFT JOIN mail m ON m.id = n.mail_id
    WHERE (n.id IS NULL OR m.state IN ('cancelled', 'refused')
      OR (m.state = 'planned' AND (m.contact_id <> w."readerId" OR n.reason <> w.reason)))
      AND NOT (w.rule = ANY ($6) AND EXISTS (
        SELECT 1 FROM mail_opt_out o WHERE o.contact_id IN (w."contactId", w."readerId")))
  ), open_mail AS (
    INSERT INTO mail (id, contact_id, kind, topic, local_date, state, due_at, created_at)
    SELECT "mailId", "readerId", $2, $5, $3, CASE WHEN max("dueAt") > $4 THEN 'planned' ELSE 'queued' END,
           max("dueAt"), $4::timestamptz
    FROM fresh GROUP BY "mailId", "readerId"
    ON CONFLICT (contact_id, kind, topic) DO UPDATE
      SET state = CASE WHEN mail.state = 'planned' AND mail.due_at > $4 THEN 'planned' ELSE EXCLUDED.state END,
          due_at = CASE mail.state WHEN 'planned' THEN greatest(mail.due_at, EXCLUDED.due_at) ELSE EXCLUDED.due_at END,
          finished_at = NULL
      WHERE mail.state IN ('planned', 'cancelled', 'refused') OR (mail.state = 'queued' AND mail.due_at <= $4)
    RETURNING id, contact_id, xmax = 0 AS is_new
  ), retold AS (
    UPDATE notification n SET mail_id = m.id, reason = f.reason, created_at = $4::timestamptz
    FROM fresh f JOIN open_mail m ON m.contact_id = f."readerId" WHERE n.id = f."untoldId"
  ), new_notification AS (
    INSERT INTO notification (id, rule, subject, contact_id, due_date, stage, reason, mail_id, created_at)
    SELECT f.id, f.rule, f.subject, f."contactId", f."dueDate", f.stage, f.reason, m.id, $4::timestamptz
    FROM fresh f JOIN open_mail m ON m.contact_id = f."readerId" WHERE f."untoldId" IS NULL
    ON CONFLICT (rule, subject, contact_id, due_date, stage) DO NOTHING
  )
  SELECT id FROM open_mail WHERE is_new`;

const personOf = ({ id, userId, email }: Addressee): unknown[] => [
  id,
  userId,
  email === '' ? null : email.toLowerCase(),
];

// The person's, the newest first: open, given up, or out within the span. Whose one is that has left is written in it.
const MAILS_OF = `
  SELECT id, state, coalesce(finished_at IS NULL AND id <> $5 AND person = $6 AND due_at > $7, false) AS "isUnderWay"
  FROM mail
  WHERE kind = $4 AND id IN (
      SELECT $5::uuid
      UNION SELECT m.id FROM contact c JOIN mail m ON m.contact_id = c.id
            WHERE c.id = $1 OR c.user_id = $2 OR mailbox(c.email) = $3
      UNION SELECT m.id FROM mail m WHERE m.person = $6)
    AND (finished_at IS NULL OR state = 'undeliverable'
      OR (state = 'sent' AND finished_at >= $8 AND finished_at < $9 AND coalesce(person = $6, true)))
  ORDER BY finished_at IS NOT NULL, id DESC
  FOR UPDATE`;

@Injectable()
export class NotificationsRepository {
  /** Writes the ledger rows and their mails. @returns how many mails are new */
  async insert(
    manager: EntityManager,
    planned: readonly PlannedNotification[],
    { kind, topic, localDate, at }: Occasion,
    now: Date,
  ): Promise<number> {
    const mailIds = new Map(planned.map(({ contactId, readerId = contactId }) => [readerId, uuid()]));
    const rows = planned.map(({ sendAt = at, ...notification }) => ({
      readerId: notification.contactId,
      ...notification,
      id: uuid(),
      mailId: mailIds.get(notification.readerId ?? notification.contactId),
      // A run for another moment than now keeps the time that was to pass.
      dueAt: new Date(now.getTime() + Math.max(0, sendAt.getTime() - at.getTime())),
    }));
    const values = [JSON.stringify(rows), kind, localDate, now, topic, INFORMATION];
    const mails: unknown[] = await manager.query(INSERT, values);
    return mails.length;
  }

  /** What the ledger holds of these subjects, as `ledgerKey`s; what was cancelled has told nobody. */
  async known(manager: EntityManager, subjects: readonly string[]): Promise<Set<string>> {
    const where = { subject: In(subjects), mail: { state: Not<MailState>('cancelled') } };
    const rows = await manager.find(Notification, { where });
    return new Set(rows.map(ledgerKey));
  }

  ofMail(manager: EntityManager, mailId: string): Promise<Notification[]> {
    return manager.find(Notification, { where: { mailId }, order: { dueDate: 'ASC', subject: 'ASC' } });
  }

  /**
   * Whether a mail is the one that its reader gets now. Several open ones of a kind, as after days without a mail server,
   * become one: the newest takes over what the others were to tell; also what was given up and never came to be told. One
   * that is under way is left alone. The lock is per person, whoever the mail was planned for and in whichever process.
   * @returns undefined if it is the one, and from then on it counts as under way
   */
  async claimFor(
    within: EntityManager,
    { id, kind }: Mail,
    reader: Addressee,
    { from, until }: Span,
    now: Date,
  ): Promise<Unwritten | undefined> {
    return within.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${kind} ${reader.person}`]);
      const values = [...personOf(reader), kind, id, reader.person, now, from, until];
      const mails: { id: string; state: MailState; isUnderWay: boolean }[] = await manager.query(MAILS_OF, values);
      if (!mails.some((mail) => mail.id === id)) return 'superseded';
      if (mails.some(({ state }) => state === 'sent')) return 'put-off';
      if (mails.some(({ isUnderWay }) => isUnderWay)) return 'waits';
      const [newest = id, ...older] = mails.map((mail) => mail.id);
      if (older.length > 0) {
        await manager.update(Notification, { mailId: In(older) }, { mailId: newest });
        await manager.update(Mail, { id: In(older) }, { state: 'superseded', finishedAt: now });
      }
      if (newest !== id) return 'superseded';
      await this.markUnderWay(manager, { id }, reader);
      return undefined;
    });
  }

  /** Until it is settled, and for good where it went out. */
  async markUnderWay(manager: EntityManager, { id }: Pick<Mail, 'id'>, { person }: Addressee): Promise<void> {
    await manager.update(Mail, { id }, { person });
  }

  /** Takes lines out of a mail that goes out without them; they have told nobody. */
  async setAside(within: EntityManager, mail: Mail, lines: readonly Notification[], now: Date): Promise<void> {
    await within.transaction(async (manager) => {
      const id = uuid();
      const { contactId, kind, topic, localDate, dueAt } = mail;
      const aside = { id, contactId, kind, topic: `${topic} ${id}`, localDate, dueAt, createdAt: now, finishedAt: now };
      await manager.insert(Mail, { ...aside, state: 'cancelled' });
      await manager.update(Notification, { id: In(lines.map((line) => line.id)) }, { mailId: id });
    });
  }

  async find(manager: EntityManager, id: string): Promise<Notification | null> {
    const [notification] = await manager.find(Notification, { where: { id }, relations: { mail: true } });
    return notification ?? null;
  }

  attempts(manager: EntityManager, mailId: string): Promise<MailAttempt[]> {
    return manager.find(MailAttempt, { where: { mailId }, order: { startedAt: 'ASC' } });
  }
}
