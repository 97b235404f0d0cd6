import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { FilesModule } from '../files/files.module.js';
import { BackupService } from './backup.service.js';
import { IntegrityService } from './integrity.service.js';
import { NightlyBackups } from './nightly-backups.js';

@Module({
  imports: [AuditModule, FilesModule],
  providers: [BackupService, IntegrityService, NightlyBackups],
  exports: [IntegrityService, NightlyBackups],
})
export class BackupModule {}
