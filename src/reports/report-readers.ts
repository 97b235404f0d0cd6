import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { ContactsService } from '../organisation/contacts.service.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import type { Report } from './report.entity.js';

/** Heads and the performance office of a department, who are told that its report was issued. */
@Injectable()
export class ReportReaders {
  constructor(
    private readonly contacts: ContactsService,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** In the transaction that issues it. */
  async tell(manager: EntityManager, report: Report, departmentId: string): Promise<void> {
    const { id: topic, month, version, issuedAt: at } = report;
    const localDate = this.deadlines.today(at);
    const ids = (await this.contacts.withDuty(departmentId, ['head', 'office'])).map(({ id }) => id);
    const directory = await this.recipients.of(manager, ids, localDate);
    // Somebody may be head and office, or deputise for both: one mail is enough.
    const persons = new Map(ids.map((id) => [directory.reading(id)?.id ?? id, id]));
    const planned = [...persons.values()].map((contactId) => ({
      contactId,
      subject: topic,
      dueDate: localDate,
      stage: 'issued',
      reason: { month, version },
    }));
    if (planned.length > 0)
      await this.notifications.notify(manager, 'report-issued', planned, { topic, localDate, at });
  }
}
