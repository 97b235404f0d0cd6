import { Injectable } from '@nestjs/common';
import { AuditNightService } from '../audit-heads/audit-night.service.js';
import type { Job, JobResult } from './job.js';

/** Every night: the audit log verified, and its head to the auditors. */
@Injectable()
export class AuditJob implements Job {
  readonly name = 'audit';
  readonly time = '03:00';

  constructor(private readonly night: AuditNightService) {}

  async run(): Promise<JobResult> {
    return { ...(await this.night.run()) };
  }

  /** It changes nothing that anybody works with. */
  preview(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return Promise.resolve([{}]);
  }
}
