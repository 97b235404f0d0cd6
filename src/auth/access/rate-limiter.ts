import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RateLimitError } from './errors.js';

const WINDOW_SECONDS = 60;

/** Counts in the database, by its clock: every process of the cluster adds to the same count. */
@Injectable()
export class RateLimiter {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether the limit is reached already, without counting. @throws RateLimitError */
  async check(key: string, limit: number): Promise<void> {
    const [row]: { left: number }[] = await this.dataSource.query(
      `SELECT ceil($2 - extract(epoch FROM now() - window_start))::int AS left FROM rate_limit
       WHERE key = $1 AND count >= $3 AND window_start > now() - make_interval(secs => $2)`,
      [key, WINDOW_SECONDS, limit],
    );
    if (row) throw new RateLimitError(Math.max(1, row.left));
  }

  /** @throws RateLimitError */
  async count(key: string, limit: number): Promise<void> {
    const [row]: { count: number; left: number }[] = await this.dataSource.query(
      `INSERT INTO rate_limit AS r (key, window_start, count) VALUES ($1, now(), 1)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN r.window_start > now() - make_interval(secs => $2) THEN r.count + 1 ELSE 1 END,
         window_start = CASE WHEN r.window_start > now() - make_interval(secs => $2) THEN r.window_start ELSE now() END
       RETURNING count, ceil($2 - extract(epoch FROM now() - window_start))::int AS left`,
      [key, WINDOW_SECONDS],
    );
    if (row && row.count > limit) throw new RateLimitError(Math.max(1, row.left));
  }
}
