import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import { Configuration } from '../config/configuration.js';
import type { Language } from '../domain/domain-error.js';
import { isBeforeFirst, isUnjudged } from '../domain/scoring/unjudged.js';
import { explain } from '../domain/scoring/explain.js';
import type { Mail } from '../delivery/mail/mail.entity.js';
import type { Unwritten, WrittenMail } from '../delivery/mail/mail-message.js';
import { MailService } from '../delivery/mail/mail.service.js';
import { mailTemplates } from '../delivery/mail/mail-templates.js';
import { RecipientsService } from '../delivery/recipients/recipients.service.js';
import { OptOutService } from '../delivery/opt-out/opt-out.service.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import type { ReportedSheet } from './content/report-content.js';
import { notJudged, pointsAt, rating, sayIn, sheetName } from './forms/form-words.js';
import { ReportFilesService } from './report-files.service.js';
import { ReportsService } from './reports.service.js';

const KIND = 'report-issued';

/** Tells heads and the performance office that a scoring report was issued, with its figures and the report itself. */
@Injectable()
export class ReportIssuedMail implements OnModuleInit {
  private readonly write = mailTemplates(KIND);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly reports: ReportsService,
    private readonly files: ReportFilesService,
    private readonly optOut: OptOutService,
    private readonly recipients: RecipientsService,
    private readonly deadlines: DeadlinesService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(KIND, { write: (...mail) => this.compose(...mail) });
  }

  private async compose(manager: EntityManager, mail: Mail, now: Date): Promise<WrittenMail | Unwritten> {
    const [notice] = await this.notifications.ofMail(manager, mail.id);
    const readers = await this.recipients.of(manager, [mail.contactId], this.deadlines.today(now));
    const reader = readers.reading(mail.contactId);
    if (!notice || !reader) return 'cancelled';
    const { name, language } = reader;
    const report = await this.reports.find(notice.subject, manager);
    const { content, month, version } = report;
    const sheets = content.sheets.map((sheet) => presented(sheet, language));
    const link = `${this.configuration.PUBLIC_URL}/?month=${month}`;
    const unsubscribe = await this.optOut.link(manager, mail.contactId);
    const department = content.name;
    const notJudged = sheets.every((sheet) => sheet.notJudged !== false);
    const said = { name, department, month, version, sheets, notJudged, link, unsubscribe, language };
    const message = this.write(language, said);
    const file = await this.files.file(report, { format: 'pdf', language, showPersonalData: false });
    return {
      ...message,
      reader,
      unsubscribe,
      attachments: [{ filename: file.name, contentType: file.type, content: file.content }],
    };
  }
}

function presented({ project, indicators, score }: ReportedSheet, language: Language) {
  const say = sayIn(language);
  return {
    title: sheetName(project, language),
    raw: score.raw,
    max: score.max,
    normalised: score.normalised ?? '—',
    rating: rating(score.rating, language),
    notJudged: isUnjudged(score) && notJudged(say),
    provisional: score.provisional,
    executionScore: score.execution.score ?? '—',
    executionMax: score.execution.max,
    rows: score.indicators.map((indicator, index) => ({
      name: indicators[index]?.name ?? '',
      section: indicators[index]?.section ?? '—',
      score: pointsAt(indicator, score.asOf) ?? '—',
      max: indicator.max,
      explanation: isBeforeFirst(indicator, score.asOf) ? notJudged(say) : explain(indicator, language),
    })),
  };
}
