import { Module } from '@nestjs/common';
import { Channels } from './channels.js';
import { ChatRobotChannel } from './chat-robot-channel.js';
import { ChatRobotsController } from './chat-robots.controller.js';
import { ChatRobotsService } from './chat-robots.service.js';
import { MailDelivery } from './mail-delivery.js';
import { MailRepository } from './mail.repository.js';
import { MailService } from './mail.service.js';
import { MailTransport } from './mail-transport.js';
import { OptOutController } from './opt-out.controller.js';
import { OptOutService } from './opt-out.service.js';

@Module({
  controllers: [OptOutController, ChatRobotsController],
  providers: [
    MailService,
    MailDelivery,
    MailRepository,
    MailTransport,
    Channels,
    ChatRobotChannel,
    ChatRobotsService,
    OptOutService,
  ],
  exports: [MailService, OptOutService],
})
export class MailModule {}
