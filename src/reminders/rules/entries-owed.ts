import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Message } from '../../domain/domain-error.js';
import { dateName, monthName } from '../../domain/calendar/month-name.js';
import type { Month } from '../../domain/calendar/month.js';
import { type ReminderStage, reminderStage } from '../../domain/reminding/reminder-plan.js';
import { dueDateOf, type LocalDate } from '../../domain/calendar/working-days.js';
import { chasedMonths } from '../../progress/work-list/owed-months.js';
import type { Addressee } from '../../delivery/recipients/addressee.js';
import type { DigestLine, OwedPlace } from '../digest-line.js';
import { OpenEntries } from './open-entries.js';
import type { OwedEntries } from './owed-entries.repository.js';
import type { ReminderDay } from '../reminder-day.js';
import { type Answering, type Recipient, recipientsOf } from '../reminder-recipients.js';

type DueStage = ReminderStage & { readonly dueDate: LocalDate };

/** Entries that are owed, to whoever the ladder has reached. */
@Injectable()
export class EntriesOwed {
  constructor(private readonly openEntries: OpenEntries) {}

  async find(manager: EntityManager, day: ReminderDay, { departments, directory }: Answering): Promise<DigestLine[]> {
    const months = chasedMonths(day.lastOver);
    const stages = new Map<number, Map<Month, DueStage>>();
    const lines: DigestLine[] = [];
    const dueWorkingDays = new Map(departments.map((one) => [one.id, day.deadlineOf(one).dueWorkingDay]));
    for (const entry of await this.openEntries.owed(manager, months, [...dueWorkingDays.keys()], day.today)) {
      const dueWorkingDay = dueWorkingDays.get(entry.departmentId) ?? 0;
      const reached = stages.get(dueWorkingDay) ?? stagesOn(day, months, dueWorkingDay);
      stages.set(dueWorkingDay, reached);
      const due = reached.get(entry.month);
      if (!due) continue;
      for (const recipient of recipientsOf(entry, due.audience, directory)) {
        lines.push(lineFor(recipient, entry, due));
      }
    }
    return lines;
  }
}

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
  { contact, reader, inPlace }: Recipient,
  entry: OwedEntries,
  { stage, dueDate }: DueStage,
): DigestLine => ({
  rule: 'entries-owed',
  contact,
  reader,
  subject: entry.month,
  dueDate,
  stage,
  reason: { owed: [placeFor(contact, entry, inPlace)] },
});

/** The performance office hears of whole departments, unless it stands in for a section's people. */
function placeFor({ duty }: Addressee, entry: OwedEntries, inPlace: boolean): OwedPlace {
  const { departmentId, departmentName, sectionId, sectionName, indicators } = entry;
  const place = { departmentId, departmentName, indicators: indicators.length };
  if (inPlace) return { ...place, sectionId, sectionName, inPlace };
  return duty === 'office' ? { ...place, sectionName: null } : { ...place, sectionId, sectionName };
}

/** What is owed of one month at several places, as one reason. */
export function togetherOwed(places: readonly OwedPlace[]): OwedPlace[] {
  const byPlace = new Map<string, OwedPlace>();
  for (const place of places) {
    const key = `${place.departmentId} ${String(place.sectionId)}`;
    const known = byPlace.get(key);
    byPlace.set(key, known ? { ...known, indicators: known.indicators + place.indicators } : place);
  }
  return [...byPlace.values()];
}

export function entriesOwedText(
  month: string,
  { owed }: { readonly owed: readonly { readonly indicators: number }[] },
  { dueDate, today }: { readonly dueDate: LocalDate; readonly today: LocalDate },
): Message {
  const count = owed.reduce((sum, { indicators }) => sum + indicators, 0);
  const isOver = dueDate < today;
  const due = dateName(dueDate);
  return {
    zh: `${monthName(month).zh} 尚欠 ${count} 项，${isOver ? `已于 ${due.zh} 到期` : `应于 ${due.zh} 前提交`}。`,
    en:
      count === 1
        ? `1 entry of ${monthName(month).en} is owed; ${isOver ? 'it was due' : 'due'} ${due.en}.`
        : `${count} entries of ${monthName(month).en} are owed; ${isOver ? 'they were due' : 'due'} ${due.en}.`,
  };
}
