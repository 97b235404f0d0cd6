import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { NIL } from 'uuid';
import type { Message } from '../domain/domain-error.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import { readerOf } from '../delivery/mail/mail-reader.js';
import { Department } from '../organisation/department.entity.js';
import type { DigestLine } from './digest-line.js';
import { DigestPlanner, keyOf } from './digest-planner.js';
import { DIGEST } from './digest.mail.js';
import { NotificationsService } from './notifications.service.js';
import { reasonText } from './rules/reason-text.js';
import { type ReminderDay, ReminderDays } from './reminder-day.js';

/** Planned and written together: a province has 15,000 departments, and memory stays flat. */
const DEPARTMENTS_AT_ONCE = 200;
const DAY_MS = 86_400_000;

/** One line of a digest as people read it. */
export interface Reminder {
  readonly contactName: string;
  /** Who gets it: the deputy while the contact is away. */
  readonly readBy: string;
  readonly rule: string;
  readonly subject: string;
  readonly dueDate: LocalDate;
  readonly stage: string;
  readonly reason: Message;
}

@Injectable()
export class RemindersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly days: ReminderDays,
    private readonly planner: DigestPlanner,
    private readonly notifications: NotificationsService,
  ) {}

  /** Who is to be told what at that moment and has not been told yet. */
  async plan(at: Date): Promise<Reminder[]> {
    const [{ reminders } = { reminders: [] }] = (await this.preview(at, 1)).days;
    return reminders;
  }

  /** The plans of the coming days, as they stand if nobody enters anything meanwhile. */
  async preview(
    from: Date,
    count: number,
  ): Promise<{ days: { date: LocalDate; reminders: Reminder[] }[]; missingYears: number[] }> {
    const { manager } = this.dataSource;
    const told = new Set<string>();
    const missingYears = new Set<number>();
    const days = [];
    for (let passed = 0; passed < count; passed += 1) {
      const day = await this.days.of(new Date(from.getTime() + passed * DAY_MS));
      for (const year of day.missingYears) missingYears.add(year);
      const reminders: Reminder[] = [];
      for await (const departments of this.departments(manager)) {
        const lines = await this.untold(manager, await this.planner.lines(manager, day, departments));
        const fresh = lines.filter((line) => !told.has(keyOf(line)) && told.add(keyOf(line)));
        for (const line of fresh) reminders.push(await shown(manager, line, day));
      }
      days.push({ date: day.today, reminders });
    }
    return { days, missingYears: [...missingYears] };
  }

  /** Writes the ledger with the digests. What is done stays done if it ends halfway. @returns how many mails are new */
  async send(at: Date): Promise<number> {
    const day = await this.days.of(at);
    let mails = 0;
    for await (const departments of this.departments(this.dataSource.manager)) {
      mails += await this.dataSource.transaction(async (manager) => {
        const lines = await this.planner.lines(manager, day, departments);
        const planned = lines.map(({ contact, ...line }) => ({
          ...line,
          contactId: contact.id,
          sendAt: day.sendAt(contact.departmentId),
        }));
        const occasion = { kind: DIGEST, topic: day.today, localDate: day.today, at };
        return planned.length === 0 ? 0 : this.notifications.notifyTogether(manager, planned, occasion);
      });
    }
    return mails;
  }

  private async *departments(manager: EntityManager): AsyncGenerator<Department[]> {
    let last: string = NIL;
    for (;;) {
      const where = { id: MoreThan(last) };
      const rows = await manager.find(Department, { where, order: { id: 'ASC' }, take: DEPARTMENTS_AT_ONCE });
      const end = rows.at(-1);
      if (!end) return;
      yield rows;
      last = end.id;
    }
  }

  private async untold(manager: EntityManager, lines: readonly DigestLine[]): Promise<DigestLine[]> {
    const known = await this.notifications.known(manager, [...new Set(lines.map(({ subject }) => subject))]);
    return lines.filter((line) => !known.has(keyOf(line)));
  }
}

async function shown(manager: EntityManager, line: DigestLine, { today }: ReminderDay): Promise<Reminder> {
  const { rule, contact, subject, dueDate, stage } = line;
  const reader = await readerOf(manager, contact, today);
  const reason = { zh: reasonText(line, today, 'zh'), en: reasonText(line, today, 'en') };
  return { contactName: contact.name, readBy: reader.name, rule, subject, dueDate, stage, reason };
}
