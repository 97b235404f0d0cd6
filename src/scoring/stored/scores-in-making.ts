import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** Scores that are too many to wait for, computed behind the requests that found them lacking: one piece of work at a time. */
@Injectable()
export class ScoresInMaking implements OnModuleDestroy {
  private readonly logger = new Logger(ScoresInMaking.name);
  private work: Promise<void> | undefined;
  private isEnding = false;

  /**
   * Does not wait for it. Who asks meanwhile sees what is there already, and whoever asks afterwards what still lacks.
   * @param chunks each stores some scores in a transaction of its own
   */
  begin(chunks: Iterable<() => Promise<unknown>>): void {
    if (this.isEnding) return;
    this.work ??= this.run(chunks).finally(() => {
      this.work = undefined;
    });
  }

  /** Once nothing is being made any more. */
  async idle(): Promise<void> {
    await this.work;
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    await this.idle();
  }

  private async run(chunks: Iterable<() => Promise<unknown>>): Promise<void> {
    try {
      for (const chunk of chunks) {
        if (this.isEnding) return;
        await chunk();
      }
    } catch (error) {
      this.logger.error({ error: error instanceof Error ? error.stack : String(error) });
    }
  }
}
