import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AuditHeadMail } from './audit-head.mail.js';
import { AuditNightService } from './audit-night.service.js';
import { SentHeads } from './sent-heads.service.js';

@Module({
  imports: [AuditModule, DeliveryModule, RemindersModule, ProgressModule],
  providers: [AuditNightService, SentHeads, AuditHeadMail],
  exports: [AuditNightService],
})
export class AuditHeadsModule {}
