import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Delivery } from '../delivery.js';
import type { MailState } from '../../domain/reminding/mail-state.js';
import { Mail } from './mail.entity.js';
import type { Passing } from './relay-gate.js';
import { heldFrom } from './retry-plan.js';

/** How a mail stands after a try; `dueAt` where it is to be tried again. */
export interface Settled {
  readonly state: MailState;
  readonly sentTo: string | null;
  /** The address that was refused for good. */
  readonly refused: string | null;
  readonly dueAt: Date | null;
  readonly at: Date;
}

// SKIP LOCKED lets several workers take up different mails at once. What waits for more than a day was put off while the clock
// stood ahead, and would wait for as long as it did: one at a time is taken up, too.
const claim = (which: string) => `
  WITH due AS (
    SELECT id FROM mail WHERE finished_at IS NULL AND state <> 'planned' AND due_at <= $1${which}
    ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
  ), ahead AS (
    SELECT id FROM mail WHERE finished_at IS NULL AND state <> 'planned' AND due_at > $1 + interval '1 day'${which}
    ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE mail SET due_at = $2 WHERE id IN (SELECT id FROM due UNION ALL SELECT id FROM ahead)
  RETURNING id`;
const CLAIM = claim('');
const CLAIM_FOR_ROBOTS = claim(' AND EXISTS (SELECT 1 FROM chat_robot r WHERE r.contact_id = mail.contact_id)');

const RELEASE = "UPDATE mail SET state = 'queued' WHERE finished_at IS NULL AND state = 'planned' AND due_at <= $1";
const PLANNED = "SELECT DISTINCT kind FROM mail WHERE finished_at IS NULL AND state = 'planned' AND due_at <= $1";
const ALONE = "SELECT pg_try_advisory_xact_lock(hashtext('mail release')) AS alone";

// The one that was tried least often, so that none that fails by itself keeps the others waiting; for the probe none waits
// for its own next try, except what may be under way (due until $2). Without any, one that was given up meanwhile.
const CLAIM_PROBE = `
  UPDATE mail SET due_at = $2, finished_at = NULL, state = CASE state WHEN 'uncertain' THEN state ELSE 'queued' END
  WHERE id = (
    SELECT m.id FROM mail m JOIN relay_failure f ON f.relay = 'smtp'
    WHERE NOT EXISTS (SELECT 1 FROM chat_robot r WHERE r.contact_id = m.contact_id)
      AND CASE WHEN m.finished_at IS NULL THEN m.due_at <= $1 OR (m.state <> 'planned' AND m.due_at > $2)
               ELSE m.state = 'undeliverable' AND m.finished_at >= f.since END
    ORDER BY m.finished_at IS NOT NULL, m.attempts, m.due_at, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED)
  RETURNING id`;

// A try without an outcome was cut short by the end of its process.
const BEGIN_ATTEMPT = `
  WITH cut_short AS (
    UPDATE mail_attempt SET outcome = 'uncertain', finished_at = $3 WHERE mail_id = $2 AND outcome IS NULL
  ), counted AS (
    UPDATE mail SET attempts = attempts + 1 WHERE id = $2
  )
  INSERT INTO mail_attempt (id, mail_id, started_at) VALUES ($1, $2, $3)`;

const END_ATTEMPT = `
  WITH settled AS (
    UPDATE mail SET state = $5, sent_to = $6, person = CASE $5 WHEN 'sent' THEN person END, due_at = coalesce($7, due_at),
                    finished_at = CASE WHEN $7::timestamptz IS NULL THEN $8::timestamptz END
    WHERE id = (SELECT mail_id FROM mail_attempt WHERE id = $1) AND finished_at IS NULL
  ), marked AS (
    INSERT INTO refused_address (address, refused_at, reply) SELECT lower($9), $8, $4 WHERE $9::text IS NOT NULL
    ON CONFLICT DO NOTHING
  )
  UPDATE mail_attempt SET outcome = $2, reply_code = $3, reply = $4, phase = $10, finished_at = $8 WHERE id = $1`;

@Injectable()
export class MailRepository {
  /** What was planned for an hour that has come is taken up from now on; before that, in one process, its kinds are looked at. */
  async release(within: EntityManager, now: Date, lookAt: (kinds: readonly string[]) => Promise<void>): Promise<void> {
    if ((await this.plannedKinds(within, now)).length === 0) return;
    await within.transaction(async (manager) => {
      const [{ alone }]: [{ alone: boolean }] = await manager.query(ALONE);
      const kinds = alone ? await this.plannedKinds(manager, now) : [];
      if (kinds.length === 0) return;
      await lookAt(kinds);
      await manager.query(RELEASE, [now]);
    });
  }

  private async plannedKinds(manager: EntityManager, now: Date): Promise<string[]> {
    const rows: { kind: string }[] = await manager.query(PLANNED, [now]);
    return rows.map(({ kind }) => kind);
  }

  /** Takes up to so many mails that are due, for as long as a try may last. */
  async claim(manager: EntityManager, now: Date, count: number, passing: Passing): Promise<Mail[]> {
    const heldUntil = heldFrom(now);
    const [rows]: [{ id: string }[], number] =
      passing === 'probe'
        ? await manager.query(CLAIM_PROBE, [now, heldUntil])
        : await manager.query(passing === 'all' ? CLAIM : CLAIM_FOR_ROBOTS, [now, heldUntil, count]);
    if (rows.length === 0) return [];
    return manager.findBy(Mail, { id: In(rows.map(({ id }) => id)) });
  }

  async hasDue(manager: EntityManager, now: Date): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'SELECT 1 FROM mail WHERE finished_at IS NULL AND attempts = 0 AND due_at <= $1 LIMIT 1',
      [now],
    );
    return rows.length > 0;
  }

  /** @returns the id of the attempt */
  async beginAttempt(manager: EntityManager, mailId: string, at: Date): Promise<string> {
    const id = uuid();
    await manager.query(BEGIN_ATTEMPT, [id, mailId, at]);
    return id;
  }

  async endAttempt(manager: EntityManager, attemptId: string, delivery: Delivery, settled: Settled): Promise<void> {
    const { outcome, replyCode, reply, phase } = delivery;
    const { state, sentTo, dueAt, at, refused } = settled;
    await manager.query(END_ATTEMPT, [attemptId, outcome, replyCode, reply, state, sentTo, dueAt, at, refused, phase]);
  }

  async putBack(manager: EntityManager, id: string, dueAt: Date): Promise<void> {
    await manager.update(Mail, { id, finishedAt: IsNull() }, { dueAt });
  }

  async finish(manager: EntityManager, id: string, state: MailState, at: Date): Promise<void> {
    await manager.update(Mail, { id }, { state, finishedAt: at });
  }
}
