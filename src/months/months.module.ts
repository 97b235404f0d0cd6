import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { MonthsController } from './months.controller.js';
import { MonthsRepository } from './months.repository.js';
import { MonthsService } from './months.service.js';

@Module({
  imports: [CalendarModule],
  controllers: [MonthsController],
  providers: [MonthsService, MonthsRepository],
  exports: [MonthsService],
})
export class MonthsModule {}
