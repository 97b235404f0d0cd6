import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { whoActs } from '../common/access/acting.js';
import { Clock } from '../common/clock.js';
import type { WorkState } from './event.js';
import { EventsService } from './events.service.js';

/** Tells how much is done so far. */
export type Advance = (done: number) => Promise<void>;

/** An eye sees no more than this, and a tight loop must not flood the database. */
const TELL_EVERY_MS = 250;

/** Work that takes longer than two seconds: whoever began it sees how far it is. */
@Injectable()
export class LongWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly events: EventsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Does the work and tells its beginning, its progress and its end. `total` null: nobody knows beforehand. `id` of the row
   * that the work is about, where there is one.
   */
  async track<T>(
    kind: string,
    total: number | null,
    work: (advance: Advance) => Promise<T>,
    id: string = uuid(),
  ): Promise<T> {
    const { userId } = whoActs();
    if (userId === null) return work(() => Promise.resolve()); // a job's own work: nobody waits before a page
    const progress = { done: 0, toldAt: 0 };
    // Not in the work's transaction, or all of it would be told at the end.
    const tell = (state: WorkState): Promise<void> =>
      this.events.publish(this.dataSource.manager, {
        name: 'work-progress',
        audience: { userId },
        data: { id, kind, state, done: progress.done, total },
      });
    await tell('running');
    try {
      const result = await work(async (done) => {
        progress.done = done;
        const now = this.clock.now().getTime();
        if (now - progress.toldAt < TELL_EVERY_MS) return;
        progress.toldAt = now;
        await tell('running');
      });
      await tell('done');
      return result;
    } catch (error) {
      await tell('failed');
      throw error;
    }
  }
}
