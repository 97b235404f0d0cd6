import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/configuration.js';
import { RateLimitError } from './errors.js';

const WINDOW_MS = 60_000;

/**
 * How much one caller may read in a minute: more than any person does, less than whoever copies the installation. Counted in
 * this process and not in the database as other limits are: a write for every reading would cost more than the reading.
 */
@Injectable()
export class ReadingLimiter {
  private readonly limit: number;
  private window = 0;
  private readonly counts = new Map<string, number>();

  constructor({ READS_PER_MINUTE }: Configuration) {
    this.limit = READS_PER_MINUTE;
  }

  /** @throws RateLimitError */
  count(caller: string): void {
    const now = performance.now();
    const window = Math.floor(now / WINDOW_MS);
    if (window !== this.window) this.counts.clear();
    this.window = window;
    const count = (this.counts.get(caller) ?? 0) + 1;
    this.counts.set(caller, count);
    if (count > this.limit) throw new RateLimitError(Math.ceil(((window + 1) * WINDOW_MS - now) / 1000));
  }
}
