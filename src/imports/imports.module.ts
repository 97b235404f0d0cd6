import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { FilesModule } from '../files/files.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AdoptionService } from './adoption/adoption.service.js';
import { BatchReader } from './batches/batch-reader.js';
import { ImportBatchesRepository } from './batches/import-batches.repository.js';
import { ImportBatchesService } from './batches/import-batches.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportReviewService } from './review/import-review.service.js';
import { ImportsService } from './imports.service.js';
import { FirstMonthService } from './adoption/first-month.service.js';
import { CreatedWithAdoption } from './adoption/created-with-adoption.service.js';
import { NamedMeasures } from './adoption/named-measures.service.js';
import { ProposalsService } from './adoption/proposals/proposals.service.js';
import { RowOwners } from './adoption/row-owners.service.js';
import { SheetDepartments } from './adoption/sheet-departments.service.js';
import { OriginalController } from './original/original.controller.js';
import { OriginalService } from './original/original.service.js';
import { DraftMeanings } from './repairs/draft-meanings.service.js';
import { RepairsService } from './repairs/repairs.service.js';
import { TargetWorkbookController } from './target-workbook.controller.js';
import { ImportUploadsController } from './uploads/import-uploads.controller.js';
import { ImportUploads } from './uploads/import-uploads.js';

const UPLOADS = [ImportUploads, ImportBatchesService, ImportBatchesRepository, BatchReader];

@Module({
  imports: [CalendarModule, FilesModule, OrganisationModule, TargetsModule, ScoringModule],
  controllers: [TargetWorkbookController, ImportUploadsController, ImportsController, OriginalController],
  providers: [
    ImportsService,
    DraftMeanings,
    RepairsService,
    AdoptionService,
    CreatedWithAdoption,
    FirstMonthService,
    ProposalsService,
    SheetDepartments,
    RowOwners,
    NamedMeasures,
    ImportReviewService,
    OriginalService,
    ...UPLOADS,
  ],
  exports: [ImportsService, AdoptionService, BatchReader],
})
export class ImportsModule {}
