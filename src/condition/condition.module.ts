import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ConditionAlarm } from './telling/condition-alarm.js';
import { ConditionController } from './condition.controller.js';
import { ConditionService } from './condition.service.js';
import { InstallationService } from './installation.service.js';
import { ConditionWatch } from './condition-watch.js';
import { TroubleMail } from './telling/trouble.mail.js';
import { TroubleNotices } from './telling/trouble-notices.js';

@Module({
  imports: [BackupModule, DeliveryModule, RemindersModule],
  controllers: [ConditionController],
  providers: [ConditionService, InstallationService, ConditionWatch, ConditionAlarm, TroubleNotices, TroubleMail],
  exports: [ConditionService, ConditionAlarm],
})
export class ConditionModule {}
