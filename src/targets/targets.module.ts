import { Module } from '@nestjs/common';
import { MonthsModule } from '../months/months.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { GoalsController } from './goals.controller.js';
import { GoalsService } from './goals.service.js';
import { IndicatorsController } from './indicators.controller.js';
import { IndicatorsService } from './indicators.service.js';
import { MeasuresController } from './measures.controller.js';
import { MeasureProposalsRepository } from './measure-proposals.repository.js';
import { MeasuresService } from './measures.service.js';
import { RevisionsController } from './revisions.controller.js';
import { RevisionsService } from './revisions.service.js';
import { SheetChanges } from './sheet-changes.js';
import { TargetSheetsController } from './target-sheets.controller.js';
import { TargetSheetsRepository } from './target-sheets.repository.js';
import { TargetSheetsService } from './target-sheets.service.js';
import { WithdrawalService } from './withdrawal.service.js';

@Module({
  imports: [OrganisationModule, PoliciesModule, MonthsModule],
  controllers: [RevisionsController, TargetSheetsController, IndicatorsController, GoalsController, MeasuresController],
  providers: [
    TargetSheetsService,
    TargetSheetsRepository,
    IndicatorsService,
    GoalsService,
    MeasuresService,
    MeasureProposalsRepository,
    RevisionsService,
    SheetChanges,
    WithdrawalService,
  ],
  exports: [TargetSheetsService, WithdrawalService, IndicatorsService, GoalsService, MeasuresService, SheetChanges],
})
export class TargetsModule {}
