import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MailState } from '../../domain/reminding/mail-state.js';
import type { ContactDuty } from '../../organisation/contact.entity.js';
import type { NotificationRule } from '../../domain/reminding/told-rules.js';

/** A duty that mails come for. */
export interface OwnDuty {
  readonly contactId: string;
  readonly department: string;
  /** null: of the whole department. */
  readonly section: string | null;
  readonly duty: ContactDuty;
}

/** One of the last mails, with what it told. */
export interface OwnMail {
  readonly id: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly finishedAt: Date | null;
  readonly state: MailState;
  /** Where it went; null: it has not left. */
  readonly sentTo: string | null;
  readonly rules: readonly NotificationRule[];
}

const DUTIES = `
  SELECT c.id AS "contactId", d.name AS department, s.name AS section, c.duty
  FROM contact c JOIN department d ON d.id = c.department_id LEFT JOIN section s ON s.id = c.section_id
  WHERE c.user_id = $1 AND c.active ORDER BY d.name, s.name NULLS FIRST, c.id`;

// As the account, or as any contact that it was.
const MAILS = `
  SELECT m.id, m.created_at AS "createdAt", m.due_at AS "dueAt", m.finished_at AS "finishedAt", m.state,
    m.sent_to AS "sentTo",
    ARRAY(SELECT DISTINCT n.rule FROM notification n WHERE n.mail_id = m.id ORDER BY n.rule) AS rules
  FROM mail m
  WHERE m.contact_id = $1 OR m.contact_id IN (SELECT id FROM contact WHERE user_id = $1)
  ORDER BY m.created_at DESC, m.id DESC LIMIT $2`;

@Injectable()
export class OwnMailsRepository {
  duties(manager: EntityManager, userId: string): Promise<OwnDuty[]> {
    return manager.query(DUTIES, [userId]);
  }

  /** Newest first. */
  mails(manager: EntityManager, userId: string, most: number): Promise<OwnMail[]> {
    return manager.query(MAILS, [userId, most]);
  }
}
