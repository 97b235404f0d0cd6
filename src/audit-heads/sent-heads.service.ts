import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditHead } from '../audit/audit-head.js';
import { KeptHead } from '../audit/kept-head.js';
import { makeFolder } from '../common/make-folder.js';
import { Configuration } from '../config/configuration.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import { sendToSyslog } from './syslog.js';

/** The rule of the ledger, and the kind of its mails. */
export const AUDIT_HEAD = 'audit-head';

/** Heads of the audit log, where nobody who changes the log can change them. */
@Injectable()
export class SentHeads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recipients: RecipientsService,
    private readonly notifications: NotificationsService,
    private readonly configuration: Configuration,
  ) {}

  /**
   * By mail to the auditors once a day; into AUDIT_HEAD_DIR and to AUDIT_SYSLOG, where they are set.
   * @returns the head of that day that has left; null: there is nowhere for it to go
   */
  async send(head: AuditHead, at: Date): Promise<AuditHead | null> {
    const { AUDIT_HEAD_DIR, AUDIT_SYSLOG } = this.configuration;
    let left = await this.tell(head, at);
    if (AUDIT_HEAD_DIR !== undefined) {
      makeFolder(path.resolve(AUDIT_HEAD_DIR), 0o700);
      const kept = new KeptHead(path.resolve(AUDIT_HEAD_DIR, `audit-head-${head.day}.json`));
      // The first of a day stays: whoever may run the job must not be able to replace what was kept.
      if (!kept.read()) await kept.write(head);
      left ??= kept.read();
    }
    if (AUDIT_SYSLOG !== undefined) {
      await sendToSyslog(AUDIT_SYSLOG, at, JSON.stringify(head));
      left ??= head;
    }
    return left;
  }

  private async tell(head: AuditHead, at: Date): Promise<AuditHead | null> {
    const { manager } = this.dataSource;
    const auditors = await this.recipients.auditors(manager);
    const planned = auditors
      .filter(({ obstacle }) => obstacle === null)
      .map(({ id: contactId }) => ({
        ...{ contactId, subject: AUDIT_HEAD, dueDate: head.day, stage: AUDIT_HEAD },
        reason: { ...head },
      }));
    if (planned.length === 0) return null;
    await this.notifications.notify(manager, AUDIT_HEAD, planned, { topic: head.day, localDate: head.day, at });
    const told = await this.notifications.first(manager, AUDIT_HEAD, head.day);
    return told ? (told.reason as unknown as AuditHead) : null;
  }
}
