import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { ConditionAlarm } from './condition-alarm.js';
import { ConditionController } from './condition.controller.js';
import { ConditionService } from './condition.service.js';
import { ConditionWatch } from './condition-watch.js';

@Module({
  imports: [BackupModule, DeliveryModule],
  controllers: [ConditionController],
  providers: [ConditionService, ConditionWatch, ConditionAlarm],
  exports: [ConditionService, ConditionAlarm],
})
export class ConditionModule {}
