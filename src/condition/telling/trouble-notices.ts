import os from 'node:os';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DatabaseClock } from '../../common/database-clock.js';
import { Configuration } from '../../config/configuration.js';
import type { MailState } from '../../domain/reminding/mail-state.js';
import type { Reader } from '../../delivery/recipients/addressee.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import { addDays, instantOf, type LocalDate, localTime } from '../../domain/calendar/working-days.js';
import { NotificationsService } from '../../reminders/notifications.service.js';
import { RELAY_FAILS } from '../database-troubles.js';
import type { Trouble } from '../trouble.js';

/** The rule of the ledger, and the kind of its mails. */
export const TROUBLE = 'installation-trouble';

/** What the ledger keeps of a trouble: several of one code, such as two full disks, are told together. */
export interface TroubleReason {
  readonly said: readonly Pick<Trouble, 'severity' | 'message' | 'remedy'>[];
  /** Which machine saw it: of its disk and its settings another one knows nothing. */
  readonly machine: string;
}

/** This one's name. */
export const MACHINE = os.hostname();
/** The night's troubles are one mail, before the day begins. */
const MORNING = '08:50';
/** A job that goes through when it is tried again is not worth a mail. */
const SETTLES_MS = 10 * 60_000;

// The last that each person was told of each trouble, or is about to be: the mailbox that a mail went to, whoever had it then.
// What was told while the clock stood ahead is no reason to be silent until then.
const TOLD = `
  SELECT DISTINCT ON (reader.id, n.subject)
         reader.id AS "readerId", n.subject AS code, n.due_date AS "dueDate", n.stage, n.reason, m.state
  FROM unnest($1::uuid[], $2::text[]) AS reader (id, person)
  JOIN notification n ON n.rule = '${TROUBLE}' AND n.due_date <= $3
  JOIN mail m ON m.id = n.mail_id AND m.state NOT IN ('cancelled', 'refused')
    AND (n.contact_id = reader.id OR mailbox(m.sent_to) = reader.person)
  ORDER BY reader.id, n.subject, n.due_date DESC, n.created_at DESC`;

interface Told {
  readonly readerId: string;
  readonly code: string;
  readonly dueDate: LocalDate;
  readonly stage: 'wrong' | 'over';
  readonly reason: TroubleReason;
  readonly state: MailState;
}

/**
 * Tells the system administrators by mail: what does not work once a day, what soon will not once a week, until it is seen
 * to, and then once that it is over.
 */
@Injectable()
export class TroubleNotices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly clock: DatabaseClock,
    private readonly configuration: Configuration,
  ) {}

  /** @returns how many mails are new */
  async tell(troubles: readonly Trouble[]): Promise<number> {
    // No mail can say that none leaves; what else is wrong then is told once they do.
    if (troubles.some(({ code }) => code === RELAY_FAILS)) return 0;
    const { manager } = this.dataSource;
    const readers = (await this.recipients.administrators(manager)).filter(({ obstacle }) => obstacle === null);
    const persons = [...new Map(readers.map((reader) => [reader.person, reader])).values()];
    if (persons.length === 0) return 0;
    const now = await this.clock.now();
    const { date: today } = localTime(now, this.configuration.TIME_ZONE);
    const told = await this.told(manager, persons, today);
    const planned = persons.flatMap(({ id: readerId }) => {
      const own = told.filter((line) => line.readerId === readerId);
      return [...this.wrong(troubles, own, today), ...this.over(troubles, own)].map((line) => ({
        ...line,
        contactId: readerId,
      }));
    });
    return planned.length === 0 ? 0 : this.write(manager, planned, now, today);
  }

  private write(
    manager: EntityManager,
    planned: Parameters<NotificationsService['notify']>[2],
    now: Date,
    today: LocalDate,
  ): Promise<number> {
    const { TIME_ZONE } = this.configuration;
    const morning = instantOf(`${today}T${MORNING}`, TIME_ZONE);
    const sendAt = new Date(Math.max(morning.getTime(), now.getTime() + SETTLES_MS));
    const { date, time } = localTime(sendAt, TIME_ZONE);
    const lines = planned.map((line) => ({ ...line, sendAt }));
    return this.notifications.notify(manager, TROUBLE, lines, { topic: `${date} ${time}`, localDate: date, at: now });
  }

  private wrong(troubles: readonly Trouble[], told: readonly Told[], today: LocalDate) {
    return [...byCode(troubles)].flatMap(([code, said]) => {
      const dueDate = said.some(({ severity }) => severity === 'error') ? today : mondayOf(today);
      const last = told.find((line) => line.code === code);
      if (last && last.dueDate >= dueDate) return [];
      return [{ subject: code, dueDate, stage: 'wrong', reason: { said, machine: MACHINE } }];
    });
  }

  private over(troubles: readonly Trouble[], told: readonly Told[]) {
    return told
      .filter(({ stage, state, ...line }) => stage === 'wrong' && state === 'sent' && this.isGone(line, troubles))
      .map(({ code, dueDate, reason }) => ({ subject: code, dueDate, stage: 'over', reason }));
  }

  /** Only the machine that saw it can say so. */
  isGone({ code, reason }: Pick<Told, 'code' | 'reason'>, troubles: readonly Trouble[]): boolean {
    return reason.machine === MACHINE && !troubles.some((trouble) => trouble.code === code);
  }

  private told(manager: EntityManager, readers: readonly Reader[], today: LocalDate): Promise<Told[]> {
    return manager.query(TOLD, [readers.map(({ id }) => id), readers.map(({ person }) => person), today]);
  }
}

/** Troubles as the ledger keeps them. */
export function byCode(troubles: readonly Trouble[]): Map<string, TroubleReason['said']> {
  const codes = new Map<string, TroubleReason['said']>();
  for (const { code, severity, message, remedy } of troubles)
    codes.set(code, [...(codes.get(code) ?? []), { severity, message, remedy }]);
  return codes;
}

function mondayOf(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}
