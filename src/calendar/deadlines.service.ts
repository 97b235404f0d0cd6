import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { addMonths, type Month, yearOf } from '../domain/month.js';
import { dueDateOf, type LocalDate, localTime, workingDayFrom } from '../domain/working-days.js';
import { CalendarService } from './calendar.service.js';

/** Working days after the due date on which a month closes: late entries and approvals are in by then. */
const CLOSES_AFTER = 3;

/** When months are due and closed, by the settings and the calendar of this installation. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly calendars: CalendarService,
    private readonly configuration: Configuration,
  ) {}

  today(at: Date): LocalDate {
    return localTime(at, this.configuration.TIME_ZONE).date;
  }

  async closingDate(month: Month): Promise<LocalDate> {
    const calendar = await this.calendars.calendar(yearOf(month), yearOf(month) + 1);
    return workingDayFrom(dueDateOf(month, this.configuration.DUE_WORKING_DAY, calendar), CLOSES_AFTER, calendar);
  }

  /** The last month that has closed by that day. */
  async lastClosedMonth(today: LocalDate): Promise<Month> {
    const previous = addMonths(today.slice(0, 7), -1);
    return today >= (await this.closingDate(previous)) ? previous : addMonths(previous, -1);
  }
}
