import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.js';
import { MonthsModule } from '../months/months.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';
import { EvidenceUploads } from './evidence-uploads.js';
import { MonthEvidenceController } from './month-evidence.controller.js';

@Module({
  imports: [FilesModule, MonthsModule, TargetsModule],
  controllers: [MonthEvidenceController, EvidenceController],
  providers: [EvidenceService, EvidenceRepository, EvidenceUploads],
  exports: [EvidenceService],
})
export class EvidenceModule {}
