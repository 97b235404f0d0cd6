import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ImportsController } from './imports.controller.js';
import { ImportReviewService } from './import-review.service.js';
import { ImportsService } from './imports.service.js';

@Module({
  imports: [OrganisationModule, TargetsModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportReviewService],
  exports: [ImportsService],
})
export class ImportsModule {}
