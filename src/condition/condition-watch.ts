import { Injectable, Logger } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { ConditionService } from './condition.service.js';
import { TroubleNotices } from './telling/trouble-notices.js';

const NAME = 'condition';

/** Writes into the log, and to the administrators, what has gone wrong since it last looked, and what is well again: each once, not every minute. */
@Injectable()
export class ConditionWatch {
  private readonly logger = new Logger(ConditionWatch.name);
  private known = new Set<string>();

  constructor(
    private readonly condition: ConditionService,
    private readonly notices: TroubleNotices,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  start(): void {
    this.scheduler.getCronJob(NAME).start();
  }

  @Cron('30 * * * * *', { name: NAME, disabled: true, waitForCompletion: true })
  async look(): Promise<void> {
    try {
      const troubles = await this.condition.troubles();
      const codes = new Set(troubles.map(({ code }) => code));
      for (const { code, severity, message, remedy } of troubles) {
        if (this.known.has(code)) continue;
        const line = { trouble: code, message: message.zh, en: message.en, remedy: remedy.en };
        if (severity === 'error') this.logger.error(line);
        else this.logger.warn(line);
      }
      for (const code of this.known) if (!codes.has(code)) this.logger.log({ trouble: code, message: 'well again' });
      this.known = codes;
      await this.notices.tell(troubles);
    } catch (error) {
      this.logger.error({ error: String(error) }); // the database does not answer: readiness tells that
    }
  }
}
