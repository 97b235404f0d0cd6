import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AccountNoticeMail } from './account-notice.mail.js';
import { AccountNoticesService } from './account-notices.service.js';

@Module({
  imports: [AuthModule, DeliveryModule, RemindersModule],
  providers: [AccountNoticesService, AccountNoticeMail],
})
export class AccountNoticesModule {}
