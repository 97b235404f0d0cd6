import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { MonthsModule } from '../months/months.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { LeagueTableRepository } from './league-table.repository.js';
import { LeagueTableService } from './league-table.service.js';
import { PolicyComparisonService } from './policy-comparison.service.js';
import { PublishedFiguresService } from './published/published-figures.service.js';
import { RescoringService } from './rescoring.service.js';
import { RisksService } from './risks.service.js';
import { ScoreCheckRepository } from './score-check.repository.js';
import { ScoreEvents } from './score-events.js';
import { ScoreOverridesController } from './score-overrides.controller.js';
import { ScoreOverridesService } from './score-overrides.service.js';
import { ScoreSnapshotsService } from './score-snapshots.service.js';
import { ScoresController } from './scores.controller.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringService } from './scoring.service.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { SheetScoresRepository } from './sheet-scores.repository.js';
import { StoredScoresService } from './stored-scores.service.js';
import { WhatIfController } from './what-if.controller.js';
import { WhatIfService } from './what-if.service.js';

@Module({
  imports: [TargetsModule, PoliciesModule, MonthsModule, EventsModule],
  controllers: [ScoringController, ScoresController, ScoreOverridesController, WhatIfController],
  providers: [
    ScoringService,
    PublishedFiguresService,
    StoredScoresService,
    LeagueTableService,
    RisksService,
    ScoreOverridesService,
    ScoreSnapshotsService,
    ScoreEvents,
    SheetFactsRepository,
    SheetScoresRepository,
    LeagueTableRepository,
    RescoringService,
    PolicyComparisonService,
    WhatIfService,
    ScoreCheckRepository,
  ],
  exports: [ScoringService, ScoreSnapshotsService, LeagueTableService, RescoringService],
})
export class ScoringModule {}
