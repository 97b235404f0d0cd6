import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { MonthsModule } from '../months/months.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AlertLines } from './rules/alert-lines.js';
import { AlertsRepository } from './rules/alerts.repository.js';
import { ApprovalStalled } from './rules/approval-stalled.js';
import { ContactProblemsRepository } from './problems/contact-problems.repository.js';
import { ContactProblemsService } from './problems/contact-problems.service.js';
import { UnreachedContacts } from './rules/unreached-contacts.js';
import { AskedMail } from './asked/asked.mail.js';
import { AskedManyController } from './asked/asked-many.controller.js';
import { AskedRemindersController } from './asked/asked-reminders.controller.js';
import { AskedRemindersService } from './asked/asked-reminders.service.js';
import { MissingEntriesController } from './missing/missing-entries.controller.js';
import { MissingEntriesRepository } from './missing/missing-entries.repository.js';
import { MissingEntriesService } from './missing/missing-entries.service.js';
import { OwnMailsController } from './own-mails/own-mails.controller.js';
import { OwnMailsRepository } from './own-mails/own-mails.repository.js';
import { OwnMailsService } from './own-mails/own-mails.service.js';
import { OwedContents } from './digest-owed.js';
import { DigestContents } from './digest-contents.js';
import { DigestMail } from './digest.mail.js';
import { DigestPlanner } from './digest-planner.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { LedgerService } from './ledger/ledger.service.js';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { OpenEntries } from './rules/open-entries.js';
import { OwedEntriesRepository } from './rules/owed-entries.repository.js';
import { EntriesOwed } from './rules/entries-owed.js';
import { ReminderDays } from './reminder-day.js';
import { ReminderRulesService } from './reminder-rules.service.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersService } from './reminders.service.js';
import { WaitingApprovalsRepository } from './rules/waiting-approvals.repository.js';

const PLANNING = [
  ReminderDays,
  DigestPlanner,
  OpenEntries,
  EntriesOwed,
  ApprovalStalled,
  AlertLines,
  UnreachedContacts,
];
const REPOSITORIES = [
  AlertsRepository,
  LedgerRepository,
  MissingEntriesRepository,
  OwnMailsRepository,
  ContactProblemsRepository,
  NotificationsRepository,
  OwedEntriesRepository,
  WaitingApprovalsRepository,
];

@Module({
  imports: [CalendarModule, DeliveryModule, MonthsModule, OrganisationModule, SettingsModule],
  controllers: [
    RemindersController,
    LedgerController,
    AskedRemindersController,
    AskedManyController,
    MissingEntriesController,
    OwnMailsController,
  ],
  providers: [
    RemindersService,
    ReminderRulesService,
    NotificationsService,
    LedgerService,
    ContactProblemsService,
    DigestMail,
    DigestContents,
    OwedContents,
    AskedRemindersService,
    AskedMail,
    MissingEntriesService,
    OwnMailsService,
    ...PLANNING,
    ...REPOSITORIES,
  ],
  exports: [RemindersService, NotificationsService],
})
export class RemindersModule {}
