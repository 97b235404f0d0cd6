import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { MonthsModule } from '../months/months.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { BulkController } from './bulk.controller.js';
import { BulkService } from './bulk.service.js';
import { CountsController } from './counts.controller.js';
import { CountsService } from './counts.service.js';
import { EntryChecks } from './entry-checks.js';
import { EntryQuestionsService } from './entry-questions.service.js';
import { EntryWritesRepository } from './entry-writes.repository.js';
import { EntryWritesService } from './entry-writes.service.js';
import { GoalProgressController } from './goal-progress.controller.js';
import { GoalProgressRepository } from './goal-progress.repository.js';
import { GoalProgressService } from './goal-progress.service.js';
import { IndicatorMonthsController } from './indicator-months.controller.js';
import { IndicatorMonthsRepository } from './indicator-months.repository.js';
import { LinkedEntries } from './linked-entries.js';
import { MeasureEntriesController } from './measure-entries.controller.js';
import { MeasureEntriesService } from './measure-entries.service.js';
import { ProgressEntriesController } from './progress-entries.controller.js';
import { ProgressController } from './progress.controller.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';
import { ReportedCosts } from './reported-costs.js';
import { SubmissionChecks } from './submission-checks.js';
import { TemplateController } from './template/template.controller.js';
import { TemplateService } from './template/template.service.js';
import { WorkListController } from './work-list.controller.js';
import { WorkListRepository } from './work-list.repository.js';
import { WorkListService } from './work-list.service.js';

@Module({
  imports: [TargetsModule, PoliciesModule, MonthsModule, EvidenceModule],
  controllers: [
    BulkController,
    TemplateController,
    ProgressController,
    CountsController,
    ProgressEntriesController,
    IndicatorMonthsController,
    GoalProgressController,
    MeasureEntriesController,
    WorkListController,
  ],
  providers: [
    ProgressService,
    CountsService,
    BulkService,
    ProgressRepository,
    IndicatorMonthsRepository,
    EntryWritesService,
    EntryWritesRepository,
    EntryChecks,
    SubmissionChecks,
    EntryQuestionsService,
    ReportedCosts,
    LinkedEntries,
    MeasureEntriesService,
    TemplateService,
    GoalProgressService,
    GoalProgressRepository,
    WorkListService,
    WorkListRepository,
  ],
  exports: [ProgressService, GoalProgressService, ReportedCosts],
})
export class ProgressModule {}
