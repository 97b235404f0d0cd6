import { Injectable } from '@nestjs/common';
import { calendarOf, CalendarService, unknownOf, type YearCalendar } from '../calendar/calendar.service.js';
import { DeadlinesService } from '../calendar/deadlines.service.js';
import { Configuration } from '../config/configuration.js';
import type { DeadlineRules } from '../domain/calendar/deadlines.js';
import { addMonths, type Month, yearOf } from '../domain/calendar/month.js';
import { type Calendar, instantOf, type LocalDate, localTime } from '../domain/calendar/working-days.js';
import type { Department } from '../organisation/department.entity.js';
import type { ReminderRules } from './reminder-rules.js';
import { ReminderRulesService } from './reminder-rules.service.js';

/** All that the plan of a day goes by, beside the rows of the database. */
export interface ReminderDay {
  readonly today: LocalDate;
  readonly timeZone: string;
  readonly lastOver: Month;
  readonly calendar: Calendar;
  /** Years without a calendar: Monday–Friday is a guess there. */
  readonly missingYears: readonly number[];
  readonly rules: ReminderRules;
  /** When a department's months are due. */
  readonly deadlineOf: (department: Department) => DeadlineRules;
  /** When the digests of a department are sent. */
  readonly sendAt: (departmentId: string) => Date;
}

@Injectable()
export class ReminderDays {
  constructor(
    private readonly calendars: CalendarService,
    private readonly deadlines: DeadlinesService,
    private readonly rules: ReminderRulesService,
    private readonly configuration: Configuration,
  ) {}

  async of(at: Date): Promise<ReminderDay> {
    const [day] = await this.each([at]);
    if (!day) throw new Error('no day');
    return day;
  }

  /** Many days with as few questions as one, by the rules in force or by others. */
  async each(moments: readonly Date[], others?: ReminderRules): Promise<ReminderDay[]> {
    const rules = others ?? (await this.rules.read()).value;
    const dates = moments.map((at) => localTime(at, this.configuration.TIME_ZONE).date);
    const years = dates.map(yearOf).flatMap((year) => [year - 1, year, year + 1]);
    const calendars = await this.calendars.years([...new Set(years)]);
    return dates.map((today) => this.day(today, rules, calendars));
  }

  private day(today: LocalDate, rules: ReminderRules, calendars: readonly YearCalendar[]): ReminderDay {
    const { TIME_ZONE: timeZone } = this.configuration;
    const year = yearOf(today);
    const of = (...years: number[]) => calendars.filter((calendar) => years.includes(calendar.year));
    const hours = new Map(rules.departments.map(({ departmentId, sendHour }) => [departmentId, sendHour]));
    const hourOf = (departmentId: string): string => String(hours.get(departmentId) ?? rules.sendHour).padStart(2, '0');
    return {
      today,
      timeZone,
      lastOver: addMonths(today.slice(0, 7), -1),
      calendar: calendarOf(of(year - 1, year)),
      // Next year's list appears in November; without one by December somebody has to see to it.
      missingYears: unknownOf(of(year, ...(today >= `${year}-12-01` ? [year + 1] : []))),
      rules,
      deadlineOf: (department) => this.deadlines.rules(department),
      sendAt: (departmentId) => instantOf(`${today}T${hourOf(departmentId)}:00`, timeZone),
    };
  }
}
