import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { EntryChecks } from './entry-checks.js';
import { GoalProgressController } from './goal-progress.controller.js';
import { GoalProgressRepository } from './goal-progress.repository.js';
import { GoalProgressService } from './goal-progress.service.js';
import { IndicatorMonthsController } from './indicator-months.controller.js';
import { IndicatorMonthsRepository } from './indicator-months.repository.js';
import { ProgressEntriesController } from './progress-entries.controller.js';
import { ProgressController } from './progress.controller.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';

@Module({
  imports: [TargetsModule, PoliciesModule],
  controllers: [ProgressController, ProgressEntriesController, IndicatorMonthsController, GoalProgressController],
  providers: [
    ProgressService,
    ProgressRepository,
    IndicatorMonthsRepository,
    EntryChecks,
    GoalProgressService,
    GoalProgressRepository,
  ],
  exports: [ProgressService, GoalProgressService],
})
export class ProgressModule {}
