import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseClock } from '../../common/database-clock.js';
import { MailDelivery } from './mail-delivery.js';
import type { MailComposer } from './mail-message.js';
import type { Mail } from './mail.entity.js';
import { MailRepository } from './mail.repository.js';
import { type Passing, RelayGate } from './relay-gate.js';
import { CONNECTIONS } from './smtp-client.js';

const POLL_MS = 500;
const DRAIN_POLL_MS = 20;
const DRAIN_LIMIT_MS = 60_000;

/** Takes up the mails that are due, in as many processes as there are, and has each sent at least once. */
@Injectable()
export class MailService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(MailService.name);
  private isStopping = false;
  private readonly underWay = new Set<Promise<void>>();
  private isTakingUp = false;
  /** Ends the pause before mails are looked for again. */
  private pause = new AbortController();
  private worker: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly mails: MailRepository,
    private readonly delivery: MailDelivery,
    private readonly gate: RelayGate,
    private readonly clock: DatabaseClock,
  ) {}

  /** Says who writes the mails of a kind. */
  compose(kind: string, composer: MailComposer): void {
    this.delivery.compose(kind, composer);
  }

  /** @param maySend asked before mails are taken up: those that fall due wait until it says so */
  startWorker(maySend: () => Promise<boolean> = () => Promise.resolve(true)): void {
    this.worker ??= this.work(maySend);
  }

  /** For a command that ends: tries everything that is due once, then returns. */
  async drain(): Promise<void> {
    const started = performance.now();
    this.startWorker();
    const waits = async () => this.mails.hasDue(this.dataSource.manager, await this.clock.now());
    // What is claimed is no longer due and not yet under way: asked in this order, none of the three can miss it.
    while ((await waits()) || this.isTakingUp || this.underWay.size > 0) {
      if (performance.now() - started > DRAIN_LIMIT_MS) return;
      this.pause.abort();
      await sleep(DRAIN_POLL_MS);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.pause.abort();
    await this.worker;
  }

  private async work(maySend: () => Promise<boolean>): Promise<void> {
    while (!this.isStopping) {
      const free = CONNECTIONS - this.underWay.size;
      this.isTakingUp = true;
      const taken = await this.takeUp(free, maySend).catch((error: unknown) => {
        this.logger.error({ error: String(error) });
        return 0;
      });
      this.isTakingUp = false;
      if (taken < free) await this.rest();
      else while (this.underWay.size > CONNECTIONS / 2) await Promise.race(this.underWay);
    }
    await Promise.all(this.underWay);
  }

  private async rest(): Promise<void> {
    if (this.isStopping) return;
    this.pause = new AbortController();
    await sleep(POLL_MS, undefined, this.pause).catch(() => undefined);
  }

  private async takeUp(count: number, maySend: () => Promise<boolean>): Promise<number> {
    if (count === 0 || !(await maySend())) return 0;
    const now = await this.clock.now();
    const { manager } = this.dataSource;
    const passing = await this.gate.passing(manager, now);
    await this.delivery.release(now);
    const mails = await this.mails.claim(manager, now, count, passing);
    for (const mail of mails) {
      const delivery = this.deliver(mail, now, passing).finally(() => this.underWay.delete(delivery));
      this.underWay.add(delivery);
    }
    return mails.length;
  }

  /** What nobody foresaw leaves the mail to be tried again when its claim ends. */
  private async deliver(mail: Mail, now: Date, passing: Passing): Promise<void> {
    await this.delivery.deliver(mail, now, passing).catch((error: unknown) => {
      this.logger.error({ mailId: mail.id, error: error instanceof Error ? error.stack : String(error) });
    });
  }
}
