import { Injectable } from '@nestjs/common';
import { RemindersService } from '../reminders/reminders.service.js';
import type { Job, JobResult } from './job.js';

/** Every day: one digest to each contact who still owes something and has reached a step of the ladder. */
@Injectable()
export class ReminderDigestJob implements Job {
  readonly name = 'reminder-digest';
  /** Early: each department's mails wait for its own hour. */
  readonly time = '00:10';
  readonly isBeforeMails = true;

  constructor(private readonly reminders: RemindersService) {}

  async run(at: Date): Promise<JobResult> {
    return { mails: await this.reminders.send(at) };
  }

  async preview(at: Date) {
    return (await this.reminders.plan(at)).map((reminder) => ({ ...reminder }));
  }
}
