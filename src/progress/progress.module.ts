import { Module } from '@nestjs/common';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { MonthsModule } from '../months/months.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkService } from './bulk/bulk.service.js';
import { CountsController } from './counts/counts.controller.js';
import { CountsService } from './counts/counts.service.js';
import { EntryChecks } from './entries/entry-checks.js';
import { EntryQuestionsService } from './entries/entry-questions.service.js';
import { EntryWritesRepository } from './entries/entry-writes.repository.js';
import { EntryWritesService } from './entries/entry-writes.service.js';
import { EvidenceChecklistController } from './evidence-checklist/evidence-checklist.controller.js';
import { EvidenceChecklistRepository } from './evidence-checklist/evidence-checklist.repository.js';
import { EvidenceChecklistService } from './evidence-checklist/evidence-checklist.service.js';
import { FirstMonthsController } from './first-months/first-months.controller.js';
import { FirstMonthsService } from './first-months/first-months.service.js';
import { GoalProgressController } from './goals/goal-progress.controller.js';
import { GoalProgressRepository } from './goals/goal-progress.repository.js';
import { GoalProgressService } from './goals/goal-progress.service.js';
import { IndicatorMonthsController } from './entries/indicator-months.controller.js';
import { IndicatorMonthsRepository } from './entries/indicator-months.repository.js';
import { LinkedEntries } from './entries/linked-entries.js';
import { MeasureEntriesController } from './measures/measure-entries.controller.js';
import { MeasureEntriesService } from './measures/measure-entries.service.js';
import { MonthGridController } from './month-grid/month-grid.controller.js';
import { MonthGridRepository } from './month-grid/month-grid.repository.js';
import { MonthGridService } from './month-grid/month-grid.service.js';
import { ProgressEntriesController } from './entries/progress-entries.controller.js';
import { OpenDrafts } from './entries/history/open-drafts.service.js';
import { ProgressController } from './entries/progress.controller.js';
import { ProgressRepository } from './entries/progress.repository.js';
import { ProgressService } from './entries/progress.service.js';
import { ReportedCosts } from './entries/reported-costs.js';
import { SubmissionChecks } from './entries/submission-checks.js';
import { TemplateController } from './template/template.controller.js';
import { TemplateService } from './template/template.service.js';
import { WorkListController } from './work-list/work-list.controller.js';
import { WorkListRepository } from './work-list/work-list.repository.js';
import { WorkListService } from './work-list/work-list.service.js';

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
    MonthGridController,
    FirstMonthsController,
    EvidenceChecklistController,
  ],
  providers: [
    ProgressService,
    CountsService,
    FirstMonthsService,
    EvidenceChecklistService,
    EvidenceChecklistRepository,
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
    OpenDrafts,
    MeasureEntriesService,
    TemplateService,
    GoalProgressService,
    GoalProgressRepository,
    WorkListService,
    WorkListRepository,
    MonthGridService,
    MonthGridRepository,
  ],
  exports: [ProgressService, GoalProgressService, OpenDrafts, ReportedCosts],
})
export class ProgressModule {}
