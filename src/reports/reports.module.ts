import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { MailModule } from '../mail/mail.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { DueReportsService } from './due-reports.service.js';
import { ReportIssuedMail } from './report-issued.mail.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [CalendarModule, MailModule, OrganisationModule, RemindersModule, ScoringModule, TargetsModule],
  controllers: [ReportsController],
  providers: [ReportsService, ReportsRepository, DueReportsService, ReportIssuedMail],
  exports: [DueReportsService],
})
export class ReportsModule {}
