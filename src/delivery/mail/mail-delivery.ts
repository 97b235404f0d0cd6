import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Configuration } from '../../config/configuration.js';
import { localTime } from '../../domain/calendar/working-days.js';
import { Channels, type Way } from '../channels.js';
import type { Delivery } from '../delivery.js';
import type { MailComposer } from './mail-message.js';
import { readerOf } from './mail-reader.js';
import type { Mail } from './mail.entity.js';
import { MailRepository, type Settled } from './mail.repository.js';
import { nextTry } from './retry-plan.js';

/** Makes one try to send a mail, and writes down what became of it. */
@Injectable()
export class MailDelivery {
  private readonly logger = new Logger(MailDelivery.name);
  private readonly composers = new Map<string, MailComposer>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: MailRepository,
    private readonly channels: Channels,
    private readonly configuration: Configuration,
  ) {}

  compose(kind: string, composer: MailComposer): void {
    this.composers.set(kind, composer);
  }

  /**
   * Recipient and content are those of this moment, not of the moment the mail was planned. A process that dies after the
   * server took the mail and before this is recorded leaves it to be sent once more, under the same Message-ID.
   */
  async deliver(mail: Mail, now: Date): Promise<void> {
    const { manager } = this.dataSource;
    const started = performance.now();
    const at = (): Date => new Date(now.getTime() + performance.now() - started);
    const { contact } = mail;
    if (!contact?.active) return this.mails.finish(manager, mail.id, 'cancelled', now);
    const reader = await readerOf(manager, contact, localTime(now, this.configuration.TIME_ZONE).date);
    const message = await this.composers.get(mail.kind)?.(manager, mail, contact, reader);
    if (!message) return this.mails.finish(manager, mail.id, 'superseded', now);
    const way = await this.channels.to(manager, reader);
    if (way.isRefused) return this.mails.finish(manager, mail.id, 'refused', now);
    const attemptId = await this.mails.beginAttempt(manager, mail.id, now);
    const { id, localDate } = mail;
    const delivery = await way.channel.send({ ...message, id, localDate, reader });
    await this.mails.endAttempt(manager, attemptId, delivery, settled(mail, delivery, way, at()));
    const { outcome, replyCode: code, reply } = delivery;
    if (outcome !== 'sent') this.logger.warn({ mailId: id, outcome, code, reply });
  }
}

function settled(mail: Mail, { outcome, retryAfter }: Delivery, { address, isMail }: Way, at: Date): Settled {
  if (outcome === 'sent') return { state: 'sent', sentTo: address, refused: null, dueAt: null, at };
  const refused = outcome === 'refused' && isMail ? address : null;
  if (outcome === 'refused') return { state: 'refused', sentTo: null, refused, dueAt: null, at };
  const dueAt = nextTry(mail, at, retryAfter);
  const undelivered = dueAt === null ? 'undeliverable' : 'queued';
  return { state: outcome === 'uncertain' ? 'uncertain' : undelivered, sentTo: null, refused: null, dueAt, at };
}
