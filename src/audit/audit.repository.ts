import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { AuditEvent } from './audit-event.entity.js';

@Injectable()
export class AuditRepository {
  /** A piece of the chain, oldest first. */
  after(manager: EntityManager, position: string, count: number): Promise<AuditEvent[]> {
    return manager
      .createQueryBuilder(AuditEvent, 'event')
      .addSelect(['event.covers', 'event.seal'])
      .where('event.position > :position', { position })
      .orderBy('event.position', 'ASC')
      .take(count)
      .getMany();
  }

  /** The first line up to this position. */
  firstUpTo(manager: EntityManager, position: string): Promise<AuditEvent | null> {
    return manager.findOne(AuditEvent, { where: { position: LessThanOrEqual(position) }, order: { position: 'ASC' } });
  }
}
