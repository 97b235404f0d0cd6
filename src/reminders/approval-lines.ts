import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Audience } from '../domain/reminder-plan.js';
import { localTime, workingDaysBetween } from '../domain/working-days.js';
import type { Contact } from '../organisation/contact.entity.js';
import type { Department } from '../organisation/department.entity.js';
import type { DigestLine } from './digest-line.js';
import type { ReminderDay } from './reminder-day.js';
import { recipientsOf } from './reminder-recipients.js';
import { WaitingApprovalsRepository } from './waiting-approvals.repository.js';

/** Submitted entries that wait for their reviewer: the head; from the second reminder the performance office, too. */
@Injectable()
export class ApprovalLines {
  constructor(private readonly waiting: WaitingApprovalsRepository) {}

  async find(
    manager: EntityManager,
    { today, calendar, timeZone, rules }: ReminderDay,
    departments: readonly Department[],
    contacts: readonly Contact[],
  ): Promise<DigestLine[]> {
    const { workingDays, repeatWorkingDays } = rules.stalledApproval;
    const lines: DigestLine[] = [];
    for (const { departmentId, month, entries, oldest } of await this.waiting.find(
      manager,
      departments.map(({ id }) => id),
    )) {
      const since = localTime(oldest, timeZone).date;
      const repeats = Math.floor((workingDaysBetween(since, today, calendar) - workingDays) / repeatWorkingDays);
      if (repeats < 0) continue;
      const hasHead = contacts.some((contact) => contact.departmentId === departmentId && contact.duty === 'head');
      const audience: Audience[] = repeats === 0 && hasHead ? ['head'] : ['head', 'office'];
      const stage = `+${workingDays + repeats * repeatWorkingDays}`;
      for (const contact of recipientsOf({ departmentId, sectionId: null }, audience, contacts)) {
        const reason = { entries, since };
        lines.push({ rule: 'approval-stalled', contact, subject: month, dueDate: since, stage, reason });
      }
    }
    return lines;
  }
}
