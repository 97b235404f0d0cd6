import { Module } from '@nestjs/common';
import { Channels } from './channels.js';
import { ChatRobotChannel } from './chat/chat-robot-channel.js';
import { ChatRobotsController } from './chat/chat-robots.controller.js';
import { OfficeGroups } from './chat/office-groups.js';
import { ChatRobotsService } from './chat/chat-robots.service.js';
import { MailRetention } from './mail-retention.js';
import { MailDelivery } from './mail/mail-delivery.js';
import { MailRepository } from './mail/mail.repository.js';
import { MailService } from './mail/mail.service.js';
import { MailTransport } from './mail/mail-transport.js';
import { RefusedAddressesController } from './refused/refused-addresses.controller.js';
import { RefusedAddresses } from './refused/refused-addresses.service.js';
import { MailTestController } from './mail/mail-test.controller.js';
import { MailTestService } from './mail/mail-test.service.js';
import { SettingsModule } from '../settings/settings.module.js';
import { MailStandingController } from './mail/mail-standing.controller.js';
import { MailStandingService } from './mail/mail-standing.service.js';
import { RelayAlarm } from './mail/relay-alarm.js';
import { RelayGate } from './mail/relay-gate.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AddresseesRepository } from './recipients/addressees.repository.js';
import { RecipientsService } from './recipients/recipients.service.js';
import { OptOutController } from './opt-out/opt-out.controller.js';
import { OptOutService } from './opt-out/opt-out.service.js';

@Module({
  imports: [OrganisationModule, SettingsModule],
  controllers: [
    OptOutController,
    ChatRobotsController,
    MailStandingController,
    MailTestController,
    RefusedAddressesController,
  ],
  providers: [
    MailService,
    MailDelivery,
    MailRepository,
    MailRetention,
    MailTransport,
    RefusedAddresses,
    RelayGate,
    RelayAlarm,
    MailStandingService,
    MailTestService,
    AddresseesRepository,
    RecipientsService,
    Channels,
    ChatRobotChannel,
    ChatRobotsService,
    OfficeGroups,
    OptOutService,
  ],
  exports: [MailRetention, MailService, MailTestService, OfficeGroups, OptOutService, RecipientsService],
})
export class DeliveryModule {}
