import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EventsModule } from '../events/events.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ReportContentService } from './content/report-content.service.js';
import { ReportFactsRepository } from './content/report-facts.repository.js';
import { ReportedSheetsService } from './content/reported-sheets.service.js';
import { DueReportsService } from './due-reports.service.js';
import { IssuingService } from './issuing.service.js';
import { ReportBatchService } from './report-batch.service.js';
import { ReportPreviewService } from './report-preview.service.js';
import { ReportFilesService } from './report-files.service.js';
import { ReportReaders } from './report-readers.js';
import { ReportIssuedMail } from './report-issued.mail.js';
import { ReportReplayController } from './report-replay.controller.js';
import { ReportReplayService } from './report-replay.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';
import { ReportWriter } from './writers/report-writer.js';

@Module({
  imports: [
    CalendarModule,
    EventsModule,
    DeliveryModule,
    OrganisationModule,
    ProgressModule,
    RemindersModule,
    ScoringModule,
    TargetsModule,
  ],
  controllers: [ReportsController, ReportReplayController],
  providers: [
    ReportsService,
    ReportReplayService,
    ReportsRepository,
    ReportContentService,
    ReportFactsRepository,
    ReportedSheetsService,
    IssuingService,
    DueReportsService,
    ReportFilesService,
    ReportPreviewService,
    ReportBatchService,
    ReportIssuedMail,
    ReportReaders,
    ReportWriter,
  ],
  exports: [DueReportsService, IssuingService, ReportFilesService],
})
export class ReportsModule {}
