import { Injectable } from '@nestjs/common';
import { ConditionAlarm } from '../condition/telling/condition-alarm.js';
import type { Job, JobResult } from './job.js';

/** Every morning: what is wrong with the machine, to the chat groups of the performance office. */
@Injectable()
export class ConditionJob implements Job {
  readonly name = 'condition';
  readonly time = '08:50';
  readonly isAfterOthers = true;

  constructor(private readonly alarm: ConditionAlarm) {}

  async run(): Promise<JobResult> {
    return this.alarm.tell();
  }

  async preview(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await this.alarm.troubles()).map(({ code, message, remedy }) => ({ code, message, reason: remedy }));
  }
}
