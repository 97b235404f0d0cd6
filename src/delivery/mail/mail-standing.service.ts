import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseClock } from '../../common/database-clock.js';
import { Configuration } from '../../config/configuration.js';
import type { Phase } from '../delivery.js';
import { type MailTest, MailTestService } from './mail-test.service.js';
import { RELAY, RelayFailure } from './relay-failure.entity.js';
import { refusedInUse } from '../refused/refused-addresses.service.js';

/** How far back mails that came to nothing are counted. */
const DAYS = 30;

/** Mails that did not go out, by where the last try failed. */
export interface MailCause {
  readonly state: 'waiting' | 'refused' | 'undeliverable';
  /** null: no try of its own yet, as behind a relay that fails or a refused address. */
  readonly phase: Phase | null;
  readonly replyCode: number | null;
  readonly mails: number;
}

/** How the mails stand, for whoever runs the machine: nothing of whom they are for or what they say. */
export interface MailStanding {
  /** Whether a mail server is named (SMTP_URL); without one mails become files. */
  readonly hasRelay: boolean;
  /** What keeps the mail server as a whole from taking anything, while that is so. */
  readonly failure: Omit<RelayFailure, 'relay' | 'toldAt'> | null;
  readonly waiting: number;
  readonly waitingSince: Date | null;
  /** Of the last 30 days. */
  readonly refused: number;
  readonly undeliverable: number;
  /** Addresses that get nothing until somebody has seen to them. */
  readonly refusedAddresses: number;
  readonly causes: readonly MailCause[];
  /** The last mail that somebody sent to try the server; null: there was none. */
  readonly lastTest: MailTest | null;
}

const CAUSES = `
  WITH stuck AS (
    SELECT id, 'waiting' AS state, created_at AS since FROM mail WHERE finished_at IS NULL AND due_at <= $1
    UNION SELECT id, 'waiting', created_at FROM mail WHERE finished_at IS NULL AND state <> 'planned'
    UNION SELECT id, state, finished_at FROM mail WHERE state IN ('refused', 'undeliverable') AND finished_at >= $2
  )
  SELECT stuck.state, a.phase, a.reply_code AS "replyCode", count(*)::int AS mails, min(stuck.since) AS since
  FROM stuck LEFT JOIN LATERAL (
    SELECT phase, reply_code FROM mail_attempt WHERE mail_id = stuck.id AND outcome IS NOT NULL
    ORDER BY started_at DESC LIMIT 1) a ON true
  GROUP BY stuck.state, a.phase, a.reply_code
  ORDER BY stuck.state, mails DESC, a.phase, a.reply_code`;

@Injectable()
export class MailStandingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
    private readonly test: MailTestService,
  ) {}

  async now(): Promise<MailStanding> {
    const { manager } = this.dataSource;
    const now = await this.clock.now();
    const rows: (MailCause & { since: Date })[] = await manager.query(CAUSES, [
      now,
      new Date(now.getTime() - DAYS * 86_400_000),
    ]);
    const count = (state: MailCause['state']): number =>
      rows.filter((row) => row.state === state).reduce((sum, { mails }) => sum + mails, 0);
    const waits = rows.filter(({ state }) => state === 'waiting').map(({ since }) => since);
    return {
      hasRelay: this.configuration.SMTP_URL !== undefined,
      failure: await this.failure(),
      waiting: count('waiting'),
      waitingSince: waits.reduce<Date | null>((first, at) => (first && first < at ? first : at), null),
      refused: count('refused'),
      undeliverable: count('undeliverable'),
      refusedAddresses: await refusedInUse(manager),
      causes: rows.map(({ since: _, ...cause }) => cause),
      lastTest: await this.test.last(),
    };
  }

  private async failure(): Promise<MailStanding['failure']> {
    const found = await this.dataSource.manager.findOneBy(RelayFailure, { relay: RELAY });
    if (!found) return null;
    const { since, tries, lastTryAt, nextTryAt, phase, replyCode, reply } = found;
    return { since, tries, lastTryAt, nextTryAt, phase, replyCode, reply };
  }
}
