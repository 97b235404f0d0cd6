import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarService } from './calendar.service.js';
import { DeadlinesService } from './deadlines.service.js';

@Module({
  controllers: [CalendarController],
  providers: [CalendarService, DeadlinesService],
  exports: [CalendarService, DeadlinesService],
})
export class CalendarModule {}
