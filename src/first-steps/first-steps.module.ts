import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/calendar.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { FirstStepsController } from './first-steps.controller.js';
import { FirstStepsRepository } from './first-steps.repository.js';
import { FirstStepsService } from './first-steps.service.js';

@Module({
  imports: [CalendarModule, DeliveryModule],
  controllers: [FirstStepsController],
  providers: [FirstStepsService, FirstStepsRepository],
})
export class FirstStepsModule {}
