import { Module } from '@nestjs/common';
import { MailDelivery } from './mail-delivery.js';
import { MailRepository } from './mail.repository.js';
import { MailService } from './mail.service.js';
import { MailTransport } from './mail-transport.js';

@Module({ providers: [MailService, MailDelivery, MailRepository, MailTransport], exports: [MailService] })
export class MailModule {}
