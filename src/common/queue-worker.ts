import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

const POLL_MS = 500;

/** Takes from a queue of rows what waits there, one after the other in each lane, until it is stopped. */
export class QueueWorker {
  private readonly logger: Logger;
  private readonly stopping = new AbortController();
  private lanes: readonly Promise<void>[] | undefined;

  /**
   * @param name under which the log has what nobody foresaw; its claim on the row ends, and it is taken up again
   * @param takeNext claims a row and works on it; false: nothing waits
   * @param atOnce rows that this process works on side by side
   */
  constructor(
    name: string,
    private readonly takeNext: () => Promise<boolean>,
    private readonly atOnce = 1,
  ) {
    this.logger = new Logger(name);
  }

  /** Aborted once no more is taken: what is under way may end early. */
  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  start(): void {
    this.lanes ??= Array.from({ length: this.atOnce }, () => this.work());
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.lanes ?? []);
  }

  private async work(): Promise<void> {
    while (!this.signal.aborted) {
      const hasWorked = await this.takeNext().catch((error: unknown) => {
        this.logger.error({ error: error instanceof Error ? error.stack : String(error) });
        return false;
      });
      if (!hasWorked) await sleep(POLL_MS, undefined, { signal: this.signal }).catch(() => undefined);
    }
  }
}
