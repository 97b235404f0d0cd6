import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AdoptionService } from './adoption/adoption.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportReviewService } from './review/import-review.service.js';
import { ImportsService } from './imports.service.js';
import { NamedMeasures } from './adoption/named-measures.service.js';
import { SheetDepartments } from './adoption/sheet-departments.service.js';
import { RepairsService } from './repairs/repairs.service.js';
import { TargetWorkbookController } from './target-workbook.controller.js';

@Module({
  imports: [OrganisationModule, TargetsModule, ScoringModule],
  controllers: [TargetWorkbookController, ImportsController],
  providers: [ImportsService, RepairsService, AdoptionService, SheetDepartments, NamedMeasures, ImportReviewService],
  exports: [ImportsService, AdoptionService],
})
export class ImportsModule {}
