import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '../../domain/domain-error.js';
import type { Month } from '../../domain/calendar/month.js';
import { type ReminderStage, reminderStage } from '../../domain/reminding/reminder-plan.js';
import { dueDateOf, type LocalDate } from '../../domain/calendar/working-days.js';
import { chasedMonths } from '../../progress/work-list/owed-months.js';
import type { Contact } from '../../organisation/contact.entity.js';
import type { DigestLine } from '../digest-line.js';
import { OpenEntries } from './open-entries.js';
import type { OwedEntries } from './owed-entries.repository.js';
import type { ReminderDay } from '../reminder-day.js';
import { type Answering, recipientsOf } from '../reminder-recipients.js';

type DueStage = ReminderStage & { readonly dueDate: LocalDate };

/** Entries that are owed, to whoever the ladder has reached. */
@Injectable()
export class EntriesOwed {
  constructor(private readonly openEntries: OpenEntries) {}

  async find(manager: EntityManager, day: ReminderDay, { departments, contacts }: Answering): Promise<DigestLine[]> {
    const months = chasedMonths(day.lastOver);
    const stages = new Map<number, Map<Month, DueStage>>();
    const lines = new Map<string, DigestLine & { reason: { owed: Owed[] } }>();
    const dueWorkingDays = new Map(departments.map((one) => [one.id, day.deadlineOf(one).dueWorkingDay]));
    for (const entry of await this.openEntries.owed(manager, months, [...dueWorkingDays.keys()], day.today)) {
      const dueWorkingDay = dueWorkingDays.get(entry.departmentId) ?? 0;
      const reached = stages.get(dueWorkingDay) ?? stagesOn(day, months, dueWorkingDay);
      stages.set(dueWorkingDay, reached);
      const due = reached.get(entry.month);
      if (!due) continue;
      for (const contact of recipientsOf(entry, due.audience, contacts)) {
        const key = `${contact.id} ${entry.month}`;
        const line = lines.get(key) ?? lineFor(contact, entry.month, due);
        line.reason.owed.push({ sectionName: entry.sectionName, indicators: entry.indicators.length });
        lines.set(key, line);
      }
    }
    return [...lines.values()];
  }
}

type Owed = Pick<OwedEntries, 'sectionName'> & { readonly indicators: number };

/** The step of the ladder that each month has reached today. */
function stagesOn(
  { today, calendar, rules }: ReminderDay,
  months: readonly Month[],
  dueWorkingDay: number,
): Map<Month, DueStage> {
  return new Map(
    months.flatMap((month) => {
      const dueDate = dueDateOf(month, dueWorkingDay, calendar);
      const stage = reminderStage(dueDate, today, calendar, rules);
      return stage ? [[month, { ...stage, dueDate }] as const] : [];
    }),
  );
}

const lineFor = (
  contact: Contact,
  month: Month,
  { stage, dueDate }: DueStage,
): DigestLine & { reason: { owed: Owed[] } } => ({
  rule: 'entries-owed',
  contact,
  subject: month,
  dueDate,
  stage,
  reason: { owed: [] },
});

export function entriesOwedText(
  month: string,
  { owed }: { readonly owed: readonly { readonly indicators: number }[] },
  { dueDate, today }: { readonly dueDate: LocalDate; readonly today: LocalDate },
): Message {
  const count = owed.reduce((sum, { indicators }) => sum + indicators, 0);
  const isOver = dueDate < today;
  return {
    zh: `${month} 尚欠 ${count} 项，${isOver ? `已于 ${dueDate} 到期` : `应于 ${dueDate} 前提交`}。`,
    en: `${count} entries of ${month} are owed; ${isOver ? 'they were due' : 'due'} ${dueDate}.`,
  };
}
