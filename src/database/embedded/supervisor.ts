import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { ServerPlan } from './cluster.js';
import type { DomainError } from '../../domain/domain-error.js';
import { accepts } from './accepts.js';
import { givenUp } from './errors.js';
import { PostgresServer } from './postgres-server.js';

/** So often in a row it may fail to start; then nothing is to be hoped for without somebody who looks. */
const MOST_FAILURES = 5;
const PAUSE_MS = 300;
const LOOK_MS = 1_000;
/** A server that takes no connection so often in a row hangs; a busy one is slower, but answers. */
const MOST_SILENCES = 3;
const ANSWER_LIMIT_MS = 5_000;

/**
 * Keeps a server running on its data: whatever ends it (kill -9, no memory), hangs it or takes its socket away, it is started
 * again.
 * Who was connected is cut off meanwhile; what was acknowledged is kept.
 */
export class Supervisor {
  private readonly logger = new Logger('EmbeddedPostgres');
  private server: PostgresServer | undefined;
  private isStopping = false;
  private isReady = false;
  private care: Promise<void> = Promise.resolve();
  private giveUp: (error: DomainError) => void = () => undefined;
  /** Settles when the server could not be brought back. */
  readonly lost = new Promise<DomainError>((resolve) => (this.giveUp = resolve));

  constructor(private readonly plan: ServerPlan) {}

  /** @throws DomainError when the first start fails: nobody waits for a second one */
  async start(): Promise<void> {
    const server = await this.launch();
    this.care = this.keep(server);
    const looking = setInterval(() => {
      this.checkSocket();
    }, LOOK_MS).unref();
    void this.listen();
    void this.care.finally(() => {
      clearInterval(looking);
    });
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.server?.stop();
    await this.care;
  }

  private async keep(first: PostgresServer): Promise<void> {
    for (let server: PostgresServer | undefined = first; server; server = await this.restart()) {
      this.isReady = true;
      await server.exited;
      this.isReady = false;
    }
  }

  /** @returns the new server; undefined when none is wanted any more, or none is to be had */
  private async restart(): Promise<PostgresServer | undefined> {
    for (let failures = 0; !this.isStopping;) {
      const since = Date.now();
      try {
        this.logger.error({ message: 'the embedded database ended; it is started again', failures });
        const server = await this.launch();
        this.logger.warn({ message: 'the embedded database is back', milliseconds: Date.now() - since });
        return server;
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'the embedded database did not start', failures, error: String(error) });
        if (failures === MOST_FAILURES) {
          this.giveUp(givenUp(failures, error));
          return undefined;
        }
        await sleep(PAUSE_MS * failures);
      }
    }
    return undefined;
  }

  private async launch(): Promise<PostgresServer> {
    const server = await PostgresServer.start(this.plan, (launched) => (this.server = launched));
    if (this.isStopping) await server.stop();
    return server;
  }

  /** One that hangs (a stopped process, a disk that does not answer) is killed: nobody could work, and nobody would be told. */
  private async listen(): Promise<void> {
    for (let silences = 0; !this.isStopping;) {
      await sleep(ANSWER_LIMIT_MS, undefined, { ref: false });
      const { server } = this;
      const hears = !this.isReady || (await accepts(this.plan.folder.socketFile, ANSWER_LIMIT_MS));
      silences = hears || server !== this.server ? 0 : silences + 1;
      if (silences < MOST_SILENCES || !this.isReady) continue;
      silences = 0;
      this.logger.error({ message: 'the embedded database does not answer; it is ended' });
      server?.kill();
    }
  }

  /** A server whose socket was removed cannot make another one: it is ended in good order, and started again. */
  private checkSocket(): void {
    if (!this.isReady || this.plan.folder.hasSocket) return;
    this.isReady = false;
    this.logger.error({
      message: 'the socket of the embedded database was removed',
      folder: this.plan.folder.socketFolder,
    });
    void this.server?.stop();
  }
}
