import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { AccountNoticeMail } from './account-notice.mail.js';
import { AccountNoticesService } from './account-notices.service.js';
import { ContactNoticeMail } from './contacts/contact-notice.mail.js';
import { ContactNoticesService } from './contacts/contact-notices.service.js';

@Module({
  imports: [AuthModule, DeliveryModule, OrganisationModule, RemindersModule],
  providers: [AccountNoticesService, AccountNoticeMail, ContactNoticesService, ContactNoticeMail],
})
export class AccountNoticesModule {}
