import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '../../domain/domain-error.js';
import { monthName } from '../../domain/calendar/month-name.js';
import type { Audience } from '../../domain/reminding/reminder-plan.js';
import { type LocalDate, localTime, workingDaysBetween } from '../../domain/calendar/working-days.js';
import type { DigestLine } from '../digest-line.js';
import type { ReminderDay } from '../reminder-day.js';
import { type Answering, recipientsOf } from '../reminder-recipients.js';
import { type WaitingApprovals, waitingFor, WaitingApprovalsRepository } from './waiting-approvals.repository.js';

/** Submitted entries that wait for their reviewer: the head; from the second reminder the performance office, too. */
@Injectable()
export class ApprovalStalled {
  constructor(private readonly waiting: WaitingApprovalsRepository) {}

  async find(
    manager: EntityManager,
    { today, calendar, timeZone, rules }: ReminderDay,
    { departments, directory }: Answering,
  ): Promise<DigestLine[]> {
    const { workingDays, repeatWorkingDays } = rules.stalledApproval;
    const waiting = await this.waiting.find(
      manager,
      departments.map(({ id }) => id),
    );
    const lines: DigestLine[] = [];
    for (const { departmentId, month, oldest } of oldestOf(waiting)) {
      const since = localTime(oldest, timeZone).date;
      const repeats = Math.floor((workingDaysBetween(since, today, calendar) - workingDays) / repeatWorkingDays);
      if (repeats < 0) continue;
      const reviewers = (audience: readonly Audience[]) =>
        recipientsOf({ departmentId, sectionId: null }, audience, directory)
          .map((one) => ({ ...one, entries: waitingFor(one.contact, [departmentId], waiting, month) }))
          .filter(({ entries }) => entries > 0);
      const heads = repeats === 0 ? reviewers(['head']) : [];
      const stage = `+${workingDays + repeats * repeatWorkingDays}`;
      // Where no head can review it, the performance office is told from the first reminder.
      for (const { contact, reader, entries } of heads.length > 0 ? heads : reviewers(['head', 'office'])) {
        const reason = { entries, since, departmentIds: [departmentId] };
        lines.push({ rule: 'approval-stalled', contact, reader, subject: month, dueDate: since, stage, reason });
      }
    }
    return lines;
  }
}

/** One for every department and month: what has waited longest there. */
function oldestOf(waiting: readonly WaitingApprovals[]): WaitingApprovals[] {
  const oldest = new Map<string, WaitingApprovals>();
  for (const some of waiting) {
    const key = `${some.departmentId} ${some.month}`;
    const known = oldest.get(key);
    if (!known || some.oldest < known.oldest) oldest.set(key, some);
  }
  return [...oldest.values()];
}

export const approvalStalledText = (
  month: string,
  { entries, since }: { readonly entries: number; readonly since: LocalDate },
): Message => ({
  zh: `${monthName(month).zh} 有 ${entries} 项待审核，最早提交于 ${since}。`,
  en: `${entries} entries of ${monthName(month).en} wait for approval, the oldest since ${since}.`,
});
