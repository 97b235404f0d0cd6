import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Channels, type Way } from '../channels.js';
import type { Delivery, OutgoingMessage } from '../delivery.js';
import type { MailComposer, Unwritten } from './mail-message.js';
import type { Mail } from './mail.entity.js';
import { MailRepository, type Settled } from './mail.repository.js';
import { RelayAlarm } from './relay-alarm.js';
import { type Passing, RelayGate } from './relay-gate.js';
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
    private readonly gate: RelayGate,
    private readonly alarm: RelayAlarm,
  ) {}

  compose(kind: string, composer: MailComposer): void {
    this.composers.set(kind, composer);
  }

  /** What was planned for this hour may leave from now on. If its kind cannot be looked at again it leaves all the same. */
  release(now: Date): Promise<void> {
    return this.mails.release(this.dataSource.manager, now, async (kinds) => {
      for (const kind of kinds)
        await this.composers
          .get(kind)
          ?.before?.(now)
          .catch((error: unknown) => {
            this.logger.error({ kind, error: error instanceof Error ? error.stack : String(error) });
          });
    });
  }

  /**
   * Recipient and content are those of this moment, not of the moment the mail was planned. A process that dies after the
   * server took the mail and before this is recorded leaves it to be sent once more, under the same Message-ID.
   */
  async deliver(mail: Mail, now: Date, passing: Passing): Promise<void> {
    const { manager } = this.dataSource;
    const started = performance.now();
    const at = (): Date => new Date(now.getTime() + performance.now() - started);
    const outgoing = await this.outgoing(manager, mail, now);
    if (typeof outgoing === 'string') {
      await this.end(manager, mail, outgoing, now);
      return passing === 'probe' ? this.gate.passOn(manager, now) : undefined;
    }
    const { way, message } = outgoing;
    const attemptId = await this.mails.beginAttempt(manager, mail.id, now);
    const delivery = await way.channel.send(message);
    const news = way.isMail && (await this.gate.heard(manager, delivery, passing === 'probe', now, at()));
    const { state, ...settledSo } = settled(mail, delivery, way, at());
    await this.mails.endAttempt(manager, attemptId, delivery, { state, ...settledSo });
    if (state === 'refused') await this.composers.get(mail.kind)?.cancelled?.(manager, mail, now);
    const { outcome, replyCode: code, reply, phase } = delivery;
    if (outcome !== 'sent') this.logger.warn({ mailId: mail.id, outcome, phase, code, reply });
    if (news) await this.alarm.tell(manager, news);
  }

  /** Without having been tried. What waits is asked again at once. */
  private async end(manager: EntityManager, mail: Mail, as: Unwritten | 'refused', now: Date): Promise<void> {
    if (as === 'waits') return this.mails.putBack(manager, mail.id, now);
    await this.mails.finish(manager, mail.id, as === 'put-off' ? 'cancelled' : as, now);
    if (as === 'cancelled' || as === 'refused') await this.composers.get(mail.kind)?.cancelled?.(manager, mail, now);
  }

  /** The mail as it is to leave now, or the state in which it ends without. */
  private async outgoing(
    manager: EntityManager,
    mail: Mail,
    now: Date,
  ): Promise<{ way: Way; message: OutgoingMessage } | Unwritten | 'refused'> {
    const { id, localDate } = mail;
    const written = (await this.composers.get(mail.kind)?.write(manager, mail, now)) ?? 'superseded';
    if (typeof written === 'string') return written;
    const { reader, ...message } = written;
    const way = await this.channels.to(manager, reader);
    return way.isRefused ? 'refused' : { way, message: { ...message, id, localDate, reader } };
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
