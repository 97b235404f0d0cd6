import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../config/configuration.js';

const DAY_MS = 86_400_000;

type Setting = 'MAIL_DAYS' | 'JOB_RUN_DAYS';

/**
 * What ends when its days are over: $1 is the moment before which it was finished. Of a mail stays that it was sent, when and
 * about what, or somebody would be told twice; where it went, and what the servers said, goes.
 */
const ENDS: readonly (readonly [Setting, string])[] = [
  ['MAIL_DAYS', 'DELETE FROM mail_attempt a USING mail m WHERE m.id = a.mail_id AND m.finished_at < $1'],
  [
    'MAIL_DAYS',
    'UPDATE mail SET sent_to = NULL, person = NULL WHERE finished_at < $1 AND (sent_to IS NOT NULL OR person IS NOT NULL)',
  ],
  ['JOB_RUN_DAYS', 'DELETE FROM job_run WHERE finished_at < $1'],
];

/** Keeps what the service writes down by the way only as long as the installation's settings say. */
@Injectable()
export class Retention {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
  ) {}

  /** @returns how many rows were deleted or emptied */
  async apply(at: Date): Promise<number> {
    let rows = 0;
    for (const [setting, statement] of ENDS) {
      const before = new Date(at.getTime() - this.configuration[setting] * DAY_MS);
      const [, count]: [unknown[], number] = await this.dataSource.query(statement, [before]);
      rows += count;
    }
    return rows;
  }
}
