import { Module } from '@nestjs/common';
import { MonthsModule } from '../months/months.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { GoalsController } from './goals/goals.controller.js';
import { GoalsService } from './goals/goals.service.js';
import { IndicatorsController } from './indicators/indicators.controller.js';
import { IndicatorsService } from './indicators/indicators.service.js';
import { MeasuresController } from './measures/measures.controller.js';
import { MeasureProposalsRepository } from './measures/measure-proposals.repository.js';
import { MeasuresService } from './measures/measures.service.js';
import { OwnersController } from './owners/owners.controller.js';
import { OwnersRepository } from './owners/owners.repository.js';
import { OwnersService } from './owners/owners.service.js';
import { OwnerSuggestions } from './owners/owner-suggestions.service.js';
import { RevisionsController } from './revisions/revisions.controller.js';
import { RevisionsService } from './revisions/revisions.service.js';
import { SheetChanges } from './sheets/sheet-changes.js';
import { TargetSheetsController } from './sheets/target-sheets.controller.js';
import { TargetSheetsRepository } from './sheets/target-sheets.repository.js';
import { TargetSheetsService } from './sheets/target-sheets.service.js';
import { WithdrawalService } from './sheets/withdrawal.service.js';

@Module({
  imports: [OrganisationModule, PoliciesModule, MonthsModule],
  controllers: [
    RevisionsController,
    TargetSheetsController,
    OwnersController,
    IndicatorsController,
    GoalsController,
    MeasuresController,
  ],
  providers: [
    TargetSheetsService,
    TargetSheetsRepository,
    IndicatorsService,
    GoalsService,
    MeasuresService,
    MeasureProposalsRepository,
    RevisionsService,
    OwnersService,
    OwnersRepository,
    OwnerSuggestions,
    SheetChanges,
    WithdrawalService,
  ],
  exports: [
    TargetSheetsService,
    WithdrawalService,
    IndicatorsService,
    GoalsService,
    MeasuresService,
    SheetChanges,
    OwnersService,
    RevisionsService,
  ],
})
export class TargetsModule {}
