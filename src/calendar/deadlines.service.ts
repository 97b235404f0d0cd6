import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { type DeadlineRules, type Deadlines, deadlinesOf } from '../domain/calendar/deadlines.js';
import { addMonths, type Month, yearOf } from '../domain/calendar/month.js';
import { type LocalDate, localTime, workingDayFrom } from '../domain/calendar/working-days.js';
import { CalendarService } from './calendar.service.js';

/** Working days after the due date by which late entries and approvals are in, where months do not close by themselves. */
const USUALLY_CLOSED_AFTER = 3;

/** What a department has settled for itself; null: as the installation does. */
export type OwnRules = { readonly [Rule in keyof DeadlineRules]: DeadlineRules[Rule] | null };

/** When months are due and closed, by the settings and the calendar of this installation, and by those of a department. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly calendars: CalendarService,
    private readonly configuration: Configuration,
  ) {}

  today(at: Date): LocalDate {
    return localTime(at, this.configuration.TIME_ZONE).date;
  }

  rules(own?: OwnRules): DeadlineRules {
    const { DUE_WORKING_DAY, DUE_HOUR, CLOSES_AFTER } = this.configuration;
    return {
      dueWorkingDay: own?.dueWorkingDay ?? DUE_WORKING_DAY,
      dueHour: own?.dueHour ?? DUE_HOUR,
      closesAfter: own?.closesAfter ?? CLOSES_AFTER,
    };
  }

  /** In the order of the months. */
  of(months: readonly Month[], own?: OwnRules): Promise<Deadlines[]> {
    return this.ofEach(months.map((month) => ({ month, rules: own })));
  }

  /** Each by rules of its own; the calendar is asked once for all of them. */
  async ofEach(
    months: readonly { readonly month: Month; readonly rules?: OwnRules | undefined }[],
  ): Promise<Deadlines[]> {
    if (months.length === 0) return [];
    const years = months.map(({ month }) => yearOf(month));
    const calendar = await this.calendars.calendar(...new Set(years.flatMap((year) => [year, year + 1])));
    return months.map(({ month, rules }) =>
      deadlinesOf(month, this.rules(rules), calendar, this.configuration.TIME_ZONE),
    );
  }

  /** The day from which a month is reported on. */
  private async closingDate(month: Month, own: OwnRules): Promise<LocalDate> {
    const calendar = await this.calendars.calendar(yearOf(month), yearOf(month) + 1);
    const { dueDate, closesOn } = deadlinesOf(month, this.rules(own), calendar, this.configuration.TIME_ZONE);
    return closesOn ?? workingDayFrom(dueDate, USUALLY_CLOSED_AFTER, calendar);
  }

  /** The last month that has closed by that day for every department with one of these rules. */
  async lastClosedMonth(today: LocalDate, rules: readonly OwnRules[]): Promise<Month> {
    const previous = addMonths(today.slice(0, 7), -1);
    const distinct = new Map(rules.map((own) => [JSON.stringify(this.rules(own)), own])).values();
    const dates = await Promise.all([...distinct].map((own) => this.closingDate(previous, own)));
    return dates.every((date) => today >= date) ? previous : addMonths(previous, -1);
  }
}
