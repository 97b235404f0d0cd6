import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EventsModule } from '../events/events.module.js';
import { FilesModule } from '../files/files.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ReportContentService } from './content/report-content.service.js';
import { ReportFactsRepository } from './content/report-facts.repository.js';
import { ReportedSheetsService } from './content/reported-sheets.service.js';
import { DueReportsService } from './due-reports.service.js';
import { IssuingService } from './issuing.service.js';
import { BatchArchives } from './batches/batch-archives.js';
import { ReportBatchWorker } from './batches/report-batch-worker.js';
import { ReportBatchesController } from './batches/report-batches.controller.js';
import { ReportBatchesRepository } from './batches/report-batches.repository.js';
import { ReportBatchesService } from './batches/report-batches.service.js';
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

const BATCHES = [ReportBatchesService, ReportBatchesRepository, ReportBatchWorker, BatchArchives];

@Module({
  imports: [
    CalendarModule,
    EventsModule,
    FilesModule,
    DeliveryModule,
    OrganisationModule,
    PoliciesModule,
    ProgressModule,
    RemindersModule,
    ScoringModule,
    TargetsModule,
  ],
  controllers: [ReportBatchesController, ReportsController, ReportReplayController],
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
    ...BATCHES,
    ReportIssuedMail,
    ReportReaders,
    ReportWriter,
  ],
  exports: [DueReportsService, IssuingService, ReportFilesService, ReportBatchesService, ReportBatchWorker],
})
export class ReportsModule {}
