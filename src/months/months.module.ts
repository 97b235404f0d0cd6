import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { MonthsController } from './months.controller.js';
import { MonthsRepository } from './months.repository.js';
import { MonthsService } from './months.service.js';
import { OpenWorkRepository } from './open-work.repository.js';
import { OpenYearsService } from './open-years.service.js';

@Module({
  imports: [CalendarModule],
  controllers: [MonthsController],
  providers: [MonthsService, MonthsRepository, OpenYearsService, OpenWorkRepository],
  exports: [MonthsService, OpenYearsService],
})
export class MonthsModule {}
