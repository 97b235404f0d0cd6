import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../config/configuration.js';
import type { Language } from '../domain/domain-error.js';
import { RATING_NAMES } from '../domain/names.js';
import { explain } from '../domain/scoring/explain.js';
import type { Mail } from '../mail/mail.entity.js';
import type { MailMessage } from '../mail/mail-message.js';
import { MailService } from '../mail/mail.service.js';
import { mailTemplates } from '../mail/mail-templates.js';
import type { Contact } from '../organisation/contact.entity.js';
import { NotificationsService } from '../reminders/notifications.service.js';
import { ReportsService } from './reports.service.js';
import type { ReportedSheet } from './scoring-report.js';

const KIND = 'report-issued';

/** Tells heads and the performance office that a scoring report was issued, with its figures. */
@Injectable()
export class ReportIssuedMail implements OnModuleInit {
  private readonly write = mailTemplates(KIND);

  constructor(
    private readonly mail: MailService,
    private readonly notifications: NotificationsService,
    private readonly reports: ReportsService,
    private readonly configuration: Configuration,
  ) {}

  onModuleInit(): void {
    this.mail.compose(KIND, (manager, mail, contact) => this.compose(manager, mail, contact));
  }

  private async compose(
    manager: EntityManager,
    mail: Mail,
    { name, language }: Contact,
  ): Promise<MailMessage | undefined> {
    const [notice] = await this.notifications.ofMail(manager, mail.id);
    if (!notice) return undefined;
    const { content, version } = await this.reports.find(notice.subject, manager);
    const { department, month } = content;
    const sheets = content.sheets.map((sheet) => presented(sheet, language));
    const link = `${this.configuration.PUBLIC_URL}/?month=${month}`;
    return this.write(language, { name, department, month, version, sheets, link, language });
  }
}

function presented({ title, indicators, score }: ReportedSheet, language: Language) {
  return {
    title,
    raw: score.raw,
    max: score.max,
    normalised: score.normalised ?? '—',
    rating: score.rating ? RATING_NAMES[score.rating][language] : '—',
    provisional: score.provisional,
    executionScore: score.execution.score ?? '—',
    executionMax: score.execution.max,
    rows: score.indicators.map((indicator, index) => ({
      name: indicators[index]?.name ?? '',
      section: indicators[index]?.section ?? '—',
      score: indicator.score ?? '—',
      max: indicator.max,
      explanation: explain(indicator, language),
    })),
  };
}
