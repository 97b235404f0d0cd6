import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../config/configuration.js';

const DAY_MS = 86_400_000;

/**
 * $1 is the moment before which a mail was finished. That it was sent, when and about what, stays, or somebody would be told
 * twice; where it went, and what the servers said, goes.
 */
const FORGETS: readonly string[] = [
  'DELETE FROM mail_attempt a USING mail m WHERE m.id = a.mail_id AND m.finished_at < $1',
  'UPDATE mail SET sent_to = NULL, person = NULL WHERE finished_at < $1 AND (sent_to IS NOT NULL OR person IS NOT NULL)',
];

/** Keeps where mails went only for `MAIL_DAYS`. */
@Injectable()
export class MailRetention {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
  ) {}

  /** @returns how many rows were deleted or emptied */
  async apply(at: Date): Promise<number> {
    const before = new Date(at.getTime() - this.configuration.MAIL_DAYS * DAY_MS);
    let rows = 0;
    for (const statement of FORGETS) {
      const [, count]: [unknown[], number] = await this.dataSource.query(statement, [before]);
      rows += count;
    }
    return rows;
  }
}
