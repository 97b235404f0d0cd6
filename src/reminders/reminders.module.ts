import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { MailModule } from '../mail/mail.module.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { OwedEntriesMail } from './owed-entries.mail.js';
import { OwedEntriesRepository } from './owed-entries.repository.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [CalendarModule, MailModule],
  controllers: [RemindersController],
  providers: [RemindersService, OwedEntriesRepository, OwedEntriesMail, NotificationsService, NotificationsRepository],
  exports: [RemindersService, NotificationsService],
})
export class RemindersModule {}
