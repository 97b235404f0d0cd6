import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan, LessThanOrEqual } from 'typeorm';
import { AuditEvent } from './audit-event.entity.js';

@Injectable()
export class AuditRepository {
  list(manager: EntityManager, before: string | undefined, limit: number): Promise<AuditEvent[]> {
    const where = before === undefined ? {} : { position: LessThan(before) };
    return manager.find(AuditEvent, { where, order: { position: 'DESC' }, take: limit });
  }

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
