import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { ConditionController } from './condition.controller.js';
import { ConditionService } from './condition.service.js';
import { ConditionWatch } from './condition-watch.js';

@Module({
  imports: [BackupModule],
  controllers: [ConditionController],
  providers: [ConditionService, ConditionWatch],
  exports: [ConditionService],
})
export class ConditionModule {}
