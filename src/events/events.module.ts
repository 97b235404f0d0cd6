import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { EventListener } from './event-listener.js';
import { EventStreams } from './event-streams.service.js';
import { EventsController } from './events.controller.js';
import { EventsService } from './events.service.js';
import { LongWork } from './long-work.js';

@Module({
  imports: [AuthModule],
  controllers: [EventsController],
  providers: [EventsService, LongWork, EventStreams, EventListener],
  exports: [EventsService, LongWork],
})
export class EventsModule {}
