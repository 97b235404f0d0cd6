import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Mail, type MailState } from './mail.entity.js';

@Injectable()
export class MailRepository {
  /** The mail with its contact as it is now; null when it is no longer to be sent. */
  findQueued(manager: EntityManager, id: string): Promise<Mail | null> {
    return manager.findOne(Mail, { where: { id, state: 'queued' }, relations: { contact: true } });
  }

  countUntried(manager: EntityManager): Promise<number> {
    return manager.countBy(Mail, { state: 'queued', attempts: 0 });
  }

  async recordAttempt(manager: EntityManager, id: string, error: string | null): Promise<void> {
    await manager.update(Mail, { id }, { attempts: () => 'attempts + 1', lastError: error });
  }

  async finish(manager: EntityManager, id: string, state: MailState, sentTo: string | null, at: Date): Promise<void> {
    await manager.update(Mail, { id, state: 'queued' }, { state, sentTo, finishedAt: at });
  }
}
