import { Injectable } from '@nestjs/common';
import { DeadlinesService } from '../../calendar/deadlines.service.js';
import type { Month } from '../../domain/calendar/month.js';
import { monthsBetween, monthOf } from '../../domain/calendar/month.js';
import type { DocumentImport } from '../document-import.entity.js';

/** From which month a year is entered that begins late: nobody is to be late on the day on which they first hear of it. */
@Injectable()
export class FirstMonthService {
  constructor(private readonly deadlines: DeadlinesService) {}

  /**
   * The first month of the sheets' year that is not past its due date, by the rules of the installation. null: none has passed
   * yet, or all have, and the year is taken up as a whole; or the document speaks of several years.
   */
  async proposed({ draft }: Pick<DocumentImport, 'draft'>, at: Date): Promise<Month | null> {
    const [year, ...others] = new Set(draft.sheets.map(({ fiscalYear }) => fiscalYear));
    if (year == null || others.length > 0) return null;
    const months = monthsBetween(monthOf(year, 1), monthOf(year, 12));
    const ahead = (await this.deadlines.of(months)).findIndex(({ dueAt }) => dueAt > at);
    return ahead > 0 ? (months[ahead] ?? null) : null;
  }
}
