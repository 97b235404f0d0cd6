import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService } from '../calendar/calendar.service.js';
import { Today } from '../common/today.js';
import { type MailTest, MailTestService } from '../delivery/mail/mail-test.service.js';
import { type Counts, FirstStepsRepository } from './first-steps.repository.js';

/** How far an installation is on its way from empty to a year that runs. */
export interface FirstSteps extends Counts {
  readonly fiscalYear: number;
  /** Of this year and the next, those whose holidays nobody has entered. */
  readonly missingYears: readonly number[];
  /** null: nobody has tried yet. */
  readonly mailTest: MailTest | null;
}

@Injectable()
export class FirstStepsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: FirstStepsRepository,
    private readonly calendar: CalendarService,
    private readonly mailTest: MailTestService,
    private readonly today: Today,
  ) {}

  async standing(): Promise<FirstSteps> {
    const month = this.today.date().slice(0, 7);
    const fiscalYear = Number(month.slice(0, 4));
    return {
      ...(await this.repository.counts(this.dataSource.manager, month)),
      fiscalYear,
      missingYears: await this.calendar.missing(fiscalYear, fiscalYear + 1),
      mailTest: await this.mailTest.last(),
    };
  }
}
