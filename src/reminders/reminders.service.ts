import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { NIL } from 'uuid';
import type { Message } from '../domain/domain-error.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { DatabaseClock } from '../common/database-clock.js';
import { AddressChanges } from '../organisation/address-changes.js';
import { Department } from '../organisation/department.entity.js';
import { DIGEST, type DigestLine } from './digest-line.js';
import { DigestPlan, keyOf } from './digest-plan.js';
import { DigestPlanner } from './digest-planner.js';
import type { PlannedNotification } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { withUntoldPlaces } from './untold-places.js';
import { reasonText } from './rules/reason-text.js';
import { type ReminderDay, ReminderDays } from './reminder-day.js';
import type { ReminderRules } from './reminder-rules.js';

/** Planned together: a province has 15,000 departments, and their entries are not all held at once. */
const DEPARTMENTS_AT_ONCE = 200;
/** Written together. */
const LINES_AT_ONCE = 5_000;
const DAY_MS = 86_400_000;

interface PlannedDay {
  readonly day: ReminderDay;
  readonly plan: DigestPlan;
}

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
export class RemindersService implements OnModuleInit {
  private readonly logger = new Logger(RemindersService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly days: ReminderDays,
    private readonly planner: DigestPlanner,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly addresses: AddressChanges,
    private readonly clock: DatabaseClock,
  ) {}

  /** What is due today is somebody else's at once; if that fails it is planned with the next day. */
  onModuleInit(): void {
    this.addresses.subscribe(async (departmentIds) => {
      await this.clock
        .now()
        .then((now) => this.sendAgain(now, departmentIds))
        .catch((error: unknown) => {
          this.logger.error({ error: error instanceof Error ? error.stack : String(error) });
        });
    });
  }

  /** Who is to be told what at that moment and has not been told yet. */
  async plan(at: Date): Promise<Reminder[]> {
    const [{ reminders } = { reminders: [] }] = (await this.preview(at, 1)).days;
    return reminders;
  }

  /** The plans of the coming days, as they stand if nobody enters anything meanwhile; by other rules than those in force, too. */
  async preview(
    from: Date,
    count: number,
    rules?: ReminderRules,
  ): Promise<{ days: { date: LocalDate; reminders: Reminder[] }[]; missingYears: number[] }> {
    const { manager } = this.dataSource;
    const moments = Array.from({ length: count }, (_, passed) => new Date(from.getTime() + passed * DAY_MS));
    const plans = await this.plansOf(manager, await this.days.each(moments, rules));
    const planned = plans.map(({ day, plan }) => ({ day, lines: plan.lines }));
    const told = await this.notifications.known(manager, [
      ...new Set(planned.flatMap(({ lines }) => lines.map(({ subject }) => subject))),
    ]);
    const days = planned.map(({ day, lines }) => {
      const fresh = lines.filter((line) => !told.has(keyOf(line)) && told.add(keyOf(line)));
      return { date: day.today, reminders: fresh.map((line) => shown(line, day)) };
    });
    return { days, missingYears: [...new Set(plans.flatMap(({ day }) => day.missingYears))] };
  }

  /** Writes the ledger with the digests. What is done stays done if it ends halfway. @returns how many mails are new */
  async send(at: Date): Promise<number> {
    const day = await this.days.of(at);
    return this.write(day, at, await this.planOf(this.dataSource.manager, day));
  }

  /** The same of a few departments, for whom something has changed since the day was planned. */
  async sendAgain(at: Date, departmentIds: readonly string[]): Promise<number> {
    const { manager } = this.dataSource;
    const day = await this.days.of(at);
    const departments = await manager.findBy(Department, { id: In(departmentIds) });
    const directory = await this.recipients.all(manager, day.today);
    const plan = new DigestPlan();
    plan.add(await this.planner.ofDepartments(manager, day, departments, directory));
    return this.write(day, at, plan, new Set(departmentIds));
  }

  private async planOf(manager: EntityManager, day: ReminderDay): Promise<DigestPlan> {
    const [planned] = await this.plansOf(manager, [day]);
    return planned?.plan ?? new DigestPlan();
  }

  /** Of several days: people and departments are read once for all of them. */
  private async plansOf(manager: EntityManager, days: readonly ReminderDay[]): Promise<PlannedDay[]> {
    const directoryOn = await this.recipients.allOn(manager);
    const plans = days.map((day) => ({ day, directory: directoryOn(day.today), plan: new DigestPlan() }));
    for await (const departments of this.departments(manager)) {
      for (const { day, directory, plan } of plans)
        plan.add(await this.planner.ofDepartments(manager, day, departments, directory));
    }
    for (const { day, directory, plan } of plans) plan.add(await this.planner.ofOffice(manager, day, directory));
    return plans;
  }

  /** All that one person is told in one transaction: it goes into one mail. */
  private async write(day: ReminderDay, at: Date, plan: DigestPlan, only?: ReadonlySet<string>): Promise<number> {
    const occasion = { kind: DIGEST, topic: day.today, localDate: day.today, at };
    let mails = 0;
    let next: PlannedNotification[] = [];
    const flush = async () => {
      const planned = next;
      next = [];
      if (planned.length > 0)
        mails += await this.dataSource.transaction(async (manager) => {
          const news = await withUntoldPlaces(manager, planned, day.today, (id) => only?.has(id) ?? true);
          return this.notifications.notifyTogether(manager, news, occasion);
        });
    };
    for (const lines of plan.byReader()) {
      next.push(...lines.map((line) => planned(line, day)));
      if (next.length >= LINES_AT_ONCE) await flush();
    }
    await flush();
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
      if (rows.length < DEPARTMENTS_AT_ONCE) return;
      last = end.id;
    }
  }
}

const planned = ({ contact, reader, ...line }: DigestLine, day: ReminderDay): PlannedNotification => ({
  ...line,
  contactId: contact.id,
  readerId: reader.id,
  sendAt: day.sendAt(contact.departmentId),
});

function shown(line: DigestLine, { today }: ReminderDay): Reminder {
  const { rule, contact, reader, subject, dueDate, stage } = line;
  const reason = { zh: reasonText(line, today, 'zh'), en: reasonText(line, today, 'en') };
  return { contactName: contact.name, readBy: reader.name, rule, subject, dueDate, stage, reason };
}
