import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { FirstAccount } from '../auth/users/first-accounts.service.js';
import { actingAs } from '../common/access/acting.js';
import { BudgetService } from '../budget/budget.service.js';
import { Today } from '../common/today.js';
import { SPENDING_QUESTIONS } from '../domain/entries/questions.js';
import { ProgressService } from '../progress/entries/progress.service.js';
import { SampleDocumentService } from './sample-document.service.js';
import { SampleOfficeService } from './sample-office.service.js';
import { readSampleYear, type SampleSheet } from './sample-year.js';

const ACTOR = '示例数据';

/** Fills an empty installation with an invented office and its year, so that there is something to see. */
@Injectable()
export class SampleYearService {
  private readonly logger = new Logger(SampleYearService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly office: SampleOfficeService,
    private readonly documents: SampleDocumentService,
    private readonly progress: ProgressService,
    private readonly budget: BudgetService,
    private readonly today: Today,
  ) {}

  /**
   * All of it in one transaction: an installation that was killed meanwhile is still empty.
   * @returns the accounts of its invented users; none when there is an office already.
   */
  loadIfEmpty(within = this.dataSource.manager): Promise<FirstAccount[]> {
    return actingAs({ userId: null, name: ACTOR }, () => within.transaction((manager) => this.load(manager)));
  }

  private async load(manager: EntityManager): Promise<FirstAccount[]> {
    if (!(await this.office.isMissing(manager))) return [];
    const { year, document } = readSampleYear();
    const at = this.today.now();
    const { sections, accounts } = await this.office.create(manager, year);
    const sheetIds = await this.documents.adopt(manager, { year, document }, sections, { actor: ACTOR, at });
    for (const [place, sheetId] of sheetIds.entries()) {
      const sheet = year.sheets[place];
      if (sheet) await this.fill(manager, sheetId, sheet, sections, at);
    }
    this.logger.log({ message: 'sample year loaded', sheets: sheetIds.length });
    return accounts;
  }

  private async fill(
    manager: EntityManager,
    sheetId: string,
    sheet: SampleSheet,
    sections: ReadonlyMap<string, string>,
    at: Date,
  ): Promise<void> {
    const indicatorIds = await this.office.completeSheet(manager, sheetId, sheet, sections);
    // Started within the sample's own year, the months that are still to come are left out.
    const thisMonth = this.today.date().slice(0, 7);
    const entries = Object.entries(sheet.entries).flatMap(([place, months]) =>
      months
        .filter(({ month }) => month < thisMonth)
        .map(({ returned, status = returned ? ('submitted' as const) : ('approved' as const), ...entry }) => ({
          ...entry,
          status,
          returned,
          indicatorId: indicatorIds[Number(place)] ?? '',
        })),
    );
    const takenOver = entries.map(({ returned: _, ...entry }) => entry);
    await this.progress.takeOver(manager, takenOver, { actor: ACTOR, at });
    for (const { indicatorId, month, returned } of entries) {
      if (!returned) continue;
      const seen = { indicatorId, month, version: 1, actor: returned.by, onBehalfOf: null };
      await this.progress.move('returned', seen, returned.reason, manager);
    }
    for (const { month, ...figures } of sheet.budget.filter((line) => line.month < thisMonth)) {
      await this.budget.save({ sheetId, month }, null, { ...figures, confirmed: [...SPENDING_QUESTIONS] }, at, manager);
    }
  }
}
