import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * The time that all processes of an installation share. What must happen once, or be handed over when a process dies, goes
 * by it: the clocks of two machines may differ by minutes.
 */
@Injectable()
export class DatabaseClock {
  constructor(private readonly dataSource: DataSource) {}

  async now(): Promise<Date> {
    const [{ now }]: [{ now: Date }] = await this.dataSource.query('SELECT clock_timestamp() AS now');
    return now;
  }
}
