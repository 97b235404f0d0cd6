import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { OutlookFactsRepository } from './outlook-facts.repository.js';
import { RescoringService } from './rescoring.service.js';
import { ScoreEvents } from './score-events.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringService } from './scoring.service.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { SheetScoresRepository } from './sheet-scores.repository.js';

@Module({
  imports: [TargetsModule, PoliciesModule, EventsModule],
  controllers: [ScoringController],
  providers: [
    ScoringService,
    RescoringService,
    ScoreEvents,
    SheetFactsRepository,
    OutlookFactsRepository,
    SheetScoresRepository,
  ],
  exports: [ScoringService],
})
export class ScoringModule {}
