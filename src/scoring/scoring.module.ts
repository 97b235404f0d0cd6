import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringService } from './scoring.service.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { SheetScoresRepository } from './sheet-scores.repository.js';

@Module({
  imports: [TargetsModule, PoliciesModule],
  controllers: [ScoringController],
  providers: [ScoringService, SheetFactsRepository, SheetScoresRepository],
  exports: [ScoringService],
})
export class ScoringModule {}
