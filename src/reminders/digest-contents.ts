import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Language } from '../domain/domain-error.js';
import { localTime } from '../domain/calendar/working-days.js';
import type { Directory } from '../delivery/recipients/directory.js';
import { Department } from '../organisation/department.entity.js';
import type { Reason } from './digest-line.js';
import { OwedContents, type OwedMonth } from './digest-owed.js';
import type { DigestRule } from '../domain/reminding/told-rules.js';
import type { Notification } from './notification.entity.js';
import type { ReminderDay } from './reminder-day.js';
import { AlertLines } from './rules/alert-lines.js';
import { isAlert } from './rules/alerts.js';
import { reasonText } from './rules/reason-text.js';
import { UnreachedContacts, unreachedLines } from './rules/unreached-contacts.js';
import { waitingFor, WaitingApprovalsRepository } from './rules/waiting-approvals.repository.js';

/** A mail stays below 100 KB whatever happens; the rest is on the page that it leads to. */
const MOST_ALERTS = 40;

export interface Contents {
  /** The department that owes; null: several, or none. */
  readonly department: string | null;
  readonly departments: number;
  readonly months: readonly OwedMonth[];
  readonly approvals: readonly { readonly month: string; readonly entries: number; readonly text: string }[];
  readonly alerts: readonly string[];
  /** Alerts that are not printed. */
  readonly moreAlerts: number;
  readonly notes: readonly string[];
}

/** What a digest goes by at the moment of sending. */
export interface Sending {
  readonly notices: readonly Notification[];
  readonly directory: Directory;
  readonly day: ReminderDay;
  readonly language: Language;
}

/** What a digest says, of what was planned and is still so. */
@Injectable()
export class DigestContents {
  constructor(
    private readonly owedContents: OwedContents,
    private readonly waiting: WaitingApprovalsRepository,
    private readonly alertLines: AlertLines,
    private readonly unreached: UnreachedContacts,
  ) {}

  /** Undefined contents: nothing is left to say. `gone`: alerts that are not so now, and would be told anew once they were. */
  async of(
    manager: EntityManager,
    sending: Sending,
  ): Promise<{ contents: Contents | undefined; gone: readonly Notification[] }> {
    const { notices } = sending;
    const ids = [...new Set(notices.flatMap((notice) => departmentsOf(notice, sending.directory)))];
    const departments = await manager.findBy(Department, { id: In(ids) });
    const names = new Map(departments.map(({ id, name }) => [id, name]));
    const several = names.size > 1;
    const months = await this.owedContents.of(manager, sending, departments);
    const owing = new Set(months.flatMap(({ departmentIds }) => departmentIds));
    const approvals = await this.approvals(manager, sending);
    const { alerts, gone } = await this.alerts(manager, sending, departments, several);
    const notes = await this.notes(manager, sending);
    if (months.length + approvals.length + alerts.length + notes.length === 0) return { contents: undefined, gone };
    const contents = {
      department: owing.size > 1 ? null : (names.get([...owing][0] ?? '') ?? null),
      departments: owing.size,
      months,
      approvals,
      alerts: alerts.slice(0, MOST_ALERTS),
      moreAlerts: Math.max(0, alerts.length - MOST_ALERTS),
      notes,
    };
    return { contents, gone };
  }

  private async approvals(manager: EntityManager, sending: Sending): Promise<Contents['approvals']> {
    const { day, language } = sending;
    const notices = sending.notices.filter(({ rule }) => rule === 'approval-stalled');
    const departments = (notice: Notification) => departmentsOf(notice, sending.directory);
    const waiting = notices.length === 0 ? [] : await this.waiting.find(manager, notices.flatMap(departments));
    const byMonth = new Map<string, Notification[]>();
    for (const notice of notices) byMonth.set(notice.subject, [...(byMonth.get(notice.subject) ?? []), notice]);
    return [...byMonth].flatMap(([month, ofMonth]) => {
      const reviewer = sending.directory.find(ofMonth[0]?.contactId ?? '') ?? { userId: null };
      const departmentIds = [...new Set(ofMonth.flatMap(departments))];
      const entries = waitingFor(reviewer, departmentIds, waiting, month);
      if (entries === 0) return [];
      const of = waiting.filter((one) => one.month === month && departmentIds.includes(one.departmentId));
      const oldest = of.map((one) => one.oldest).reduce((a, b) => (a < b ? a : b));
      const reason: Reason = { entries, since: localTime(oldest, day.timeZone).date, departmentIds };
      const said = { rule: 'approval-stalled', subject: month, dueDate: reason.since, reason } as const;
      return [{ month, entries, text: reasonText(said, day.today, language) }];
    });
  }

  /** What has been seen to since, or cannot be helped any more, is not told. */
  private async alerts(
    manager: EntityManager,
    { notices, day, language }: Sending,
    departments: readonly Department[],
    several: boolean,
  ): Promise<{ alerts: string[]; gone: readonly Notification[] }> {
    const ofAlerts = notices.filter(({ rule }) => isAlert(rule));
    if (ofAlerts.length === 0) return { alerts: [], gone: [] };
    const planned = new Set(ofAlerts.map(alertKey));
    const now = await this.alertLines.now(manager, day, departments);
    const keyOf = ({ rule, subject, reason }: (typeof now)[number]) => alertKey({ rule, subject, stage: reason.month });
    const still = new Set(now.map(keyOf));
    const alerts = now
      .filter((alert) => planned.has(keyOf(alert)))
      .map((alert) => `${several ? `${alert.reason.departmentName}：` : ''}${reasonText(alert, day.today, language)}`);
    return { alerts, gone: ofAlerts.filter((notice) => !still.has(alertKey(notice))) };
  }

  private async notes(manager: EntityManager, { notices, day, language }: Sending): Promise<string[]> {
    const ofRule = (rule: DigestRule) => notices.filter((notice) => notice.rule === rule);
    const text = ({ rule, subject, dueDate }: Notification, reason: Reason) =>
      reasonText({ rule: rule as DigestRule, subject, dueDate, reason }, day.today, language);
    const missing = ofRule('calendar-missing').filter(({ subject }) => day.missingYears.includes(Number(subject)));
    const [unreached] = ofRule('unreached-contacts');
    const problems = unreached && (await this.unreached.on(manager, day.today));
    return [
      ...missing.map((notice) => text(notice, notice.reason as unknown as Reason)),
      ...(problems && problems.problems > 0 ? unreachedLines(problems, language) : []),
    ];
  }
}

const alertKey = ({ rule, subject, stage }: Pick<Notification, 'rule' | 'subject' | 'stage'>): string =>
  `${rule} ${subject} ${stage}`;

/** The departments that a line of the ledger is about. */
export function departmentsOf({ reason, contactId }: Notification, directory: Directory): string[] {
  const told = reason as unknown as Reason;
  const own = directory.find(contactId)?.departmentId;
  if ('owed' in told) return told.owed.map(({ departmentId }) => departmentId);
  if ('departmentIds' in told) return [...told.departmentIds];
  if ('departmentId' in told) return [told.departmentId];
  return own === undefined ? [] : [own];
}
