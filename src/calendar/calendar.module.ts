import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarService } from './calendar.service.js';
import { DeadlinesService } from './deadlines.service.js';

@Module({
  controllers: [CalendarController],
  providers: [CalendarService, CalendarRepository, DeadlinesService],
  exports: [CalendarService, DeadlinesService],
})
export class CalendarModule {}
