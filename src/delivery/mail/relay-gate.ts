import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Delivery } from '../delivery.js';
import type { RelayNews } from './relay-alarm.js';
import { RELAY, RelayFailure } from './relay-failure.entity.js';
import { backoff, GIVE_UP_MS, heldFrom } from './retry-plan.js';

/** Which mails may be taken up: all; one, to see whether the relay works again; or only those that go by chat robot. */
export type Passing = 'all' | 'probe' | 'robots';

// Nothing is put off by a day but by a clock that stood ahead then.
const TAKE_PROBE = `
  UPDATE relay_failure SET next_try_at = $2
  WHERE relay = $3 AND (next_try_at <= $1 OR next_try_at > $1::timestamptz + interval '1 day') RETURNING tries`;

const FAIL = `
  INSERT INTO relay_failure AS own (relay, since, tries, last_try_at, next_try_at, phase, reply_code, reply)
  VALUES ($1, $2, 1, $2, $3, $4, $5, $6)
  ON CONFLICT (relay) DO UPDATE
    SET tries = own.tries + 1, last_try_at = $2, next_try_at = $3, phase = $4, reply_code = $5, reply = $6
    WHERE $7
  RETURNING tries`;

// What waits is given up after five days, as if it had been tried itself; the relay that works again takes it up anew.
const GIVE_UP = `
  UPDATE mail SET state = 'undeliverable', finished_at = $1
  WHERE finished_at IS NULL AND state <> 'planned' AND due_at <= $1 AND created_at < $2
    AND NOT EXISTS (SELECT 1 FROM chat_robot r WHERE r.contact_id = mail.contact_id)`;

// A mail that was under way already went through: nothing has waited yet.
const OPEN =
  'WITH opened AS (DELETE FROM relay_failure WHERE relay = $1 RETURNING since, told_at) SELECT since, told_at IS NOT NULL AS "wasTold" FROM opened';

// What is under way is due within the time of a claim; all else need not wait for its own next try.
const MEND = `
  WITH mended AS (
    DELETE FROM relay_failure WHERE relay = $1 RETURNING since, told_at
  ), released AS (
    UPDATE mail SET due_at = $2, finished_at = NULL, state = CASE state WHEN 'undeliverable' THEN 'queued' ELSE state END
    FROM mended
    WHERE (finished_at IS NULL AND state <> 'planned' AND due_at > $3)
      OR (state = 'undeliverable' AND finished_at >= mended.since)
  )
  SELECT since, told_at IS NOT NULL AS "wasTold" FROM mended`;

const TELL = 'UPDATE relay_failure SET told_at = $2 WHERE relay = $1 AND told_at IS NULL RETURNING since';

/** While the relay as a whole fails one mail at a time tries it, and the others wait: in all processes together. */
@Injectable()
export class RelayGate {
  private readonly logger = new Logger(RelayGate.name);
  private isShut = false;
  private tries = 0;

  /** What may leave now. A probe that is not heard of again counts as failed when its claim ends. */
  async passing(manager: EntityManager, now: Date): Promise<Passing> {
    const failure = await manager.findOneBy(RelayFailure, { relay: RELAY });
    this.isShut = failure !== null;
    if (!failure) return 'all';
    const [rows]: [{ tries: number }[], number] = await manager.query(TAKE_PROBE, [now, heldFrom(now), RELAY]);
    const [probe] = rows;
    if (!probe) return 'robots';
    this.tries = probe.tries;
    return 'probe';
  }

  /** The probe found nothing to say to anybody: another mail is tried at once. */
  async passOn(manager: EntityManager, now: Date): Promise<void> {
    await manager.update(RelayFailure, { relay: RELAY }, { nextTryAt: now });
  }

  /**
   * Shuts the gate, or opens it, after a try to send a mail that began and ended then.
   * @returns what people are to be told: once the first probe has failed, too, and when it is over
   */
  async heard(
    manager: EntityManager,
    delivery: Delivery,
    isProbe: boolean,
    began: Date,
    ended: Date,
  ): Promise<RelayNews | undefined> {
    if (delivery.isRelayDown) return this.shut(manager, delivery, isProbe, ended);
    if (isProbe) return this.open(manager, MEND, [RELAY, began, heldFrom(ended)]);
    return this.isShut ? this.open(manager, OPEN, [RELAY]) : undefined;
  }

  private async shut(
    manager: EntityManager,
    { phase, replyCode, reply }: Delivery,
    isProbe: boolean,
    now: Date,
  ): Promise<RelayNews | undefined> {
    const nextTryAt = backoff(isProbe ? this.tries : 0, now, LONGEST_PROBE_SECONDS);
    const failed: unknown[] = await manager.query(FAIL, [RELAY, now, nextTryAt, phase, replyCode, reply, isProbe]);
    this.isShut = true;
    if (failed.length > 0) this.logger.warn({ relay: 'fails', phase, code: replyCode, reply, nextTryAt });
    await manager.query(GIVE_UP, [now, new Date(now.getTime() - GIVE_UP_MS)]);
    if (!isProbe) return undefined;
    const [untold]: [{ since: Date }[], number] = await manager.query(TELL, [RELAY, now]);
    return untold[0] && { state: 'fails', since: untold[0].since };
  }

  private async open(manager: EntityManager, how: string, values: unknown[]): Promise<RelayNews | undefined> {
    const [mended]: { since: Date; wasTold: boolean }[] = await manager.query(how, values);
    this.isShut = false;
    if (!mended) return undefined;
    const { since, wasTold } = mended;
    this.logger.log({ relay: 'works again', since });
    return wasTold ? { state: 'works', since } : undefined;
  }
}

/** So that what waits is out within a quarter of an hour after the repair. */
const LONGEST_PROBE_SECONDS = 5 * 60;
