import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { currentAsOf, type Month } from '../domain/calendar/month.js';
import { type LocalDate, localTime } from '../domain/calendar/working-days.js';
import { Clock } from './clock.js';

/** What the clock says in the business time zone of the installation. */
@Injectable()
export class Today {
  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  date(): LocalDate {
    return localTime(this.clock.now(), this.configuration.TIME_ZONE).date;
  }

  /** The month as of which that year is looked at today. */
  asOf(fiscalYear: number): Month {
    return currentAsOf(fiscalYear, this.date());
  }
}
