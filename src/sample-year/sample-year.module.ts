import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { BudgetModule } from '../budget/budget.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { SampleDocumentService } from './sample-document.service.js';
import { SampleOfficeService } from './sample-office.service.js';
import { SampleYearService } from './sample-year.service.js';

@Module({
  imports: [AuthModule, BudgetModule, ImportsModule, OrganisationModule, ProgressModule, TargetsModule],
  providers: [SampleYearService, SampleOfficeService, SampleDocumentService],
})
export class SampleYearModule {}
