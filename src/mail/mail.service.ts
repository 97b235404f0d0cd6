import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { QueueService } from '../queue/queue.service.js';
import type { MailComposer } from './mail-message.js';
import { MailRepository } from './mail.repository.js';
import { MailTransport } from './mail-transport.js';

const QUEUE = 'mail';
const DRAIN_LIMIT_MS = 60_000;
const DRAIN_POLL_MS = 100;

/** Sends queued mails, each at least once, and writes down what became of it. */
@Injectable()
export class MailService {
  private readonly logger = new Logger(MailService.name);
  private readonly composers = new Map<string, MailComposer>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: MailRepository,
    private readonly transport: MailTransport,
    private readonly queue: QueueService,
    private readonly clock: Clock,
  ) {}

  /** Says who writes the mails of a kind. */
  compose(kind: string, composer: MailComposer): void {
    this.composers.set(kind, composer);
  }

  /** To be called in the transaction that inserts the mails. */
  enqueue(manager: EntityManager, mailIds: readonly string[]): Promise<void> {
    return this.queue.enqueue(
      manager,
      QUEUE,
      mailIds.map((mailId) => ({ mailId })),
    );
  }

  async startWorker(): Promise<void> {
    await this.queue.work<{ mailId: string }>(QUEUE, ({ mailId }, { last }) => this.deliver(mailId, last));
  }

  /** For a command that ends: sends what is queued and has not been tried yet, then returns. */
  async drain(): Promise<void> {
    await this.startWorker();
    const deadline = this.clock.now().getTime() + DRAIN_LIMIT_MS;
    while ((await this.mails.countUntried(this.dataSource.manager)) > 0 && this.clock.now().getTime() < deadline) {
      await sleep(DRAIN_POLL_MS);
    }
  }

  /**
   * Recipient and content are those of this moment, not of the moment the mail was planned. A crash after the server
   * took the mail and before this is recorded sends it once more, under the same Message-ID.
   */
  async deliver(mailId: string, last: boolean): Promise<void> {
    const { manager } = this.dataSource;
    const mail = await this.mails.findQueued(manager, mailId);
    if (!mail?.contact) return;
    const { contact } = mail;
    const message = contact.active ? await this.composers.get(mail.kind)?.(manager, mail, contact) : undefined;
    if (!message) return this.mails.finish(manager, mailId, 'superseded', null, this.clock.now());
    try {
      const to = { name: contact.name, address: contact.email };
      await this.transport.send({ ...message, id: mailId, to, localDate: mail.localDate });
    } catch (error) {
      return this.fail(mailId, error, last);
    }
    await this.mails.recordAttempt(manager, mailId, null);
    await this.mails.finish(manager, mailId, 'sent', contact.email, this.clock.now());
  }

  /** SMTP 5xx is final (RFC 5321, 4.2.1); everything else is tried again by the queue. */
  private async fail(mailId: string, error: unknown, last: boolean): Promise<void> {
    const { manager } = this.dataSource;
    const reply = (error as { responseCode?: number }).responseCode;
    const what = error instanceof Error ? error.message.slice(0, 500) : 'unknown error';
    await this.mails.recordAttempt(manager, mailId, what);
    if (reply !== undefined && reply >= 500)
      return this.mails.finish(manager, mailId, 'refused', null, this.clock.now());
    if (last) return this.mails.finish(manager, mailId, 'failed', null, this.clock.now());
    this.logger.warn({ mailId, reply, message: 'mail could not be sent, will be tried again' });
    throw error;
  }
}
