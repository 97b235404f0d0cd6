import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.js';
import { MonthsModule } from '../months/months.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { LeagueTableRepository } from './league/league-table.repository.js';
import { LeagueTableService } from './league/league-table.service.js';
import { PolicyComparisonService } from './league/policy-comparison.service.js';
import { PublishedFiguresService } from './published/published-figures.service.js';
import { RescoringService } from './stored/rescoring.service.js';
import { RevisionPreviewController } from './revised/revision-preview.controller.js';
import { RevisionPreviewService } from './revised/revision-preview.service.js';
import { RisksService } from './league/risks.service.js';
import { ScoreCheckRepository } from './check/score-check.repository.js';
import { ScoreEvents } from './stored/score-events.js';
import { ScoreOverridesController } from './overrides/score-overrides.controller.js';
import { ScoreOverridesService } from './overrides/score-overrides.service.js';
import { ScoreSnapshotsService } from './stored/score-snapshots.service.js';
import { ScoresController } from './league/scores.controller.js';
import { ScoringController } from './scoring.controller.js';
import { ScoringService } from './scoring.service.js';
import { ScoresInMaking } from './stored/scores-in-making.js';
import { SheetFactsRepository } from './sheet-facts.repository.js';
import { SheetScoresRepository } from './stored/sheet-scores.repository.js';
import { StoredScoresService } from './stored/stored-scores.service.js';
import { WhatIfController } from './what-if/what-if.controller.js';
import { WhatIfService } from './what-if/what-if.service.js';

@Module({
  imports: [TargetsModule, PoliciesModule, MonthsModule, EventsModule],
  controllers: [
    ScoringController,
    ScoresController,
    ScoreOverridesController,
    WhatIfController,
    RevisionPreviewController,
  ],
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
    RevisionPreviewService,
    ScoreCheckRepository,
    ScoresInMaking,
  ],
  exports: [ScoringService, ScoreSnapshotsService, RescoringService],
})
export class ScoringModule {}
