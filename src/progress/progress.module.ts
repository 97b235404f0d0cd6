import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { EntryChecks } from './entry-checks.js';
import { ProgressEntriesController } from './progress-entries.controller.js';
import { ProgressController } from './progress.controller.js';
import { ProgressRepository } from './progress.repository.js';
import { ProgressService } from './progress.service.js';

@Module({
  imports: [TargetsModule, PoliciesModule],
  controllers: [ProgressController, ProgressEntriesController],
  providers: [ProgressService, ProgressRepository, EntryChecks],
  exports: [ProgressService],
})
export class ProgressModule {}
