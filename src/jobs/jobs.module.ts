import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { BackupModule } from '../backup/backup.module.js';
import { FilesModule } from '../files/files.module.js';
import { ConditionModule } from '../condition/condition.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { AuditHeadsModule } from '../audit-heads/audit-heads.module.js';
import { AuditJob } from './audit.job.js';
import { BackupJob } from './backup.job.js';
import { ConditionJob } from './condition.job.js';
import { HousekeepingJob } from './housekeeping.job.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { type Job, JOBS } from './job.js';
import { JobRunner } from './job-runner.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { JobTicker } from './job-ticker.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { ReminderDigestJob } from './reminder-digest.job.js';
import { RescoringJob } from './rescoring.job.js';
import { ScoringReportJob } from './scoring-report.job.js';

const ALL = [ReminderDigestJob, ScoringReportJob, HousekeepingJob, RescoringJob, BackupJob, AuditJob, ConditionJob];

@Module({
  imports: [
    AuthModule,
    RemindersModule,
    ReportsModule,
    FilesModule,
    ScoringModule,
    BackupModule,
    ConditionModule,
    AuditHeadsModule,
    DeliveryModule,
  ],
  controllers: [JobsController],
  providers: [
    JobsService,
    JobRunner,
    JobRunsRepository,
    JobTicker,
    ...ALL,
    { provide: JOBS, useFactory: (...jobs: Job[]) => jobs, inject: ALL },
  ],
  exports: [JobsService],
})
export class JobsModule {}
