import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import type { Language } from '../domain/domain-error.js';
import type { Month } from '../domain/calendar/month.js';
import type { LocalDate } from '../domain/calendar/working-days.js';
import type { Contact } from '../organisation/contact.entity.js';
import { Department } from '../organisation/department.entity.js';
import type { AlertReason, Reason } from './digest-line.js';
import type { DigestRule, Notification } from './notification.entity.js';
import { OpenEntries } from './rules/open-entries.js';
import type { OwedEntries } from './rules/owed-entries.repository.js';
import { reasonText } from './rules/reason-text.js';
import { isAlert } from './rules/alerts.js';
import { waitingFor, WaitingApprovalsRepository } from './rules/waiting-approvals.repository.js';

/** A mail stays below 100 KB however much is owed; the rest is on the page that it leads to. */
const MOST_INDICATORS = 40;

export interface OwedMonth {
  readonly month: Month;
  readonly dueDate: LocalDate;
  readonly dueHour: number;
  readonly overdue: boolean;
  readonly count: number;
  readonly sections: readonly { readonly sectionName: string | null; readonly indicators: readonly string[] }[];
  /** Indicators that are not printed. */
  readonly more: number;
}

export interface Contents {
  readonly departmentId: string;
  readonly department: string;
  readonly months: readonly OwedMonth[];
  readonly approvals: readonly { readonly month: Month; readonly entries: number; readonly text: string }[];
  readonly alerts: readonly string[];
  readonly notes: readonly string[];
}

/** What a digest says, of what was planned and is still so. */
@Injectable()
export class DigestContents {
  constructor(
    private readonly openEntries: OpenEntries,
    private readonly waiting: WaitingApprovalsRepository,
    private readonly deadlines: DeadlinesService,
  ) {}

  async of(
    manager: EntityManager,
    notices: readonly Notification[],
    contact: Contact,
    today: LocalDate,
    language: Language,
  ): Promise<Contents | undefined> {
    const ofRule = (rule: string) => notices.filter((notice) => notice.rule === rule);
    const text = ({ rule, subject, dueDate, reason }: Notification) =>
      reasonText({ rule: rule as DigestRule, subject, dueDate, reason: reason as unknown as Reason }, today, language);
    const department = await manager.findOneByOrFail(Department, { id: contact.departmentId });
    const months = await this.owed(manager, ofRule('entries-owed'), contact, department, today);
    const approvals = await this.approvals(manager, ofRule('approval-stalled'), contact);
    const alerts = notices.filter((notice) => isAlert(notice.rule) && concerns(notice, contact)).map(text);
    const notes = ofRule('calendar-missing').map(text);
    if (months.length + approvals.length + alerts.length + notes.length === 0) return undefined;
    return {
      departmentId: contact.departmentId,
      department: department.name,
      months,
      approvals: approvals.map(({ notice, entries }) => ({ month: notice.subject, entries, text: text(notice) })),
      alerts,
      notes,
    };
  }

  private async owed(
    manager: EntityManager,
    notices: readonly Notification[],
    contact: Contact,
    department: Department,
    today: LocalDate,
  ): Promise<OwedMonth[]> {
    if (notices.length === 0) return [];
    const months = notices.map(({ subject }) => subject);
    const own = contact.duty === 'reporter' ? { sectionId: contact.sectionId } : null;
    const owed = await this.openEntries.owed(manager, months, [contact.departmentId], today, own);
    const { dueHour } = this.deadlines.rules(department);
    return notices
      .map(({ subject, dueDate }) => ({
        month: subject,
        dueDate,
        dueHour,
        overdue: dueDate < today,
        ...printed(owed.filter(({ month }) => month === subject)),
      }))
      .filter(({ count }) => count > 0);
  }

  private async approvals(manager: EntityManager, notices: readonly Notification[], contact: Contact) {
    if (notices.length === 0) return [];
    const waiting = await this.waiting.find(manager, [contact.departmentId]);
    return notices.flatMap((notice) => {
      const entries = waitingFor(contact, waiting, notice.subject);
      return entries === 0 ? [] : [{ notice: { ...notice, reason: { ...notice.reason, entries } }, entries }];
    });
  }
}

/** A reporter who has moved to another section since is not told about the former one. */
const concerns = ({ reason }: Notification, { duty, sectionId }: Contact): boolean =>
  duty !== 'reporter' || (reason as unknown as AlertReason).sectionId === sectionId;

function printed(sections: readonly OwedEntries[]): Pick<OwedMonth, 'count' | 'more' | 'sections'> {
  let room = MOST_INDICATORS;
  const count = sections.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const shown = sections.map(({ sectionName, indicators }) => {
    const part = indicators.slice(0, room);
    room -= part.length;
    return { sectionName, indicators: part };
  });
  return {
    count,
    more: Math.max(0, count - MOST_INDICATORS),
    sections: shown.filter((part) => part.indicators.length > 0),
  };
}
