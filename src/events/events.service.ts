import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from './event.js';

export const CHANNEL = 'jixiao_events';

/** Tells the open pages of every process of the cluster. */
@Injectable()
export class EventsService {
  /**
   * PostgreSQL passes it on when the caller's transaction commits: who looks then finds what it tells of, and what is
   * rolled back is never told.
   */
  async publish(manager: EntityManager, event: Event): Promise<void> {
    await manager.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)]);
  }
}
