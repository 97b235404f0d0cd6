import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { businessTimeZone } from '../config/configuration.js';
import { RemindersService } from '../reminders/reminders.service.js';
import { JobRunner } from './job-runner.js';
import type { Job, JobResult } from './job.js';

/** Every morning: one digest to each contact who still owes entries and has reached a step of the ladder. */
@Injectable()
export class ReminderDigestJob implements Job {
  readonly name = 'reminder-digest';
  readonly time = '09:00';

  constructor(
    private readonly reminders: RemindersService,
    private readonly runner: JobRunner,
  ) {}

  @Cron('0 9 * * *', { name: 'reminder-digest', timeZone: businessTimeZone(), waitForCompletion: true })
  tick(): Promise<void> {
    return this.runner.tick(this);
  }

  async run(at: Date): Promise<JobResult> {
    return { mails: await this.reminders.send(at) };
  }

  async preview(at: Date) {
    return (await this.reminders.plan(at)).map(({ contactId: _, owed, ...reminder }) => ({
      ...reminder,
      owed: owed.map(({ sectionName, indicators }) => `${sectionName ?? '—'}: ${indicators.join('、')}`),
    }));
  }
}
