import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { updateVersioned } from '../../audit/versioned.js';
import { monthName } from '../../domain/calendar/month-name.js';
import { addMonths, type Month, monthOf, monthsBetween, yearOf } from '../../domain/calendar/month.js';
import { errorAt } from '../../domain/domain-error.js';
import { firstMonthOf } from '../../domain/entries/first-month.js';
import { monthOutsideYear } from '../../months/errors.js';
import { MonthsService } from '../../months/months.service.js';
import { Indicator } from '../../targets/indicators/indicator.entity.js';
import { withTarget } from '../../targets/indicators/target-columns.js';
import { SHEET } from '../../targets/sheets/errors.js';
import { SheetChanges } from '../../targets/sheets/sheet-changes.js';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';
import { TargetSheetsService } from '../../targets/sheets/target-sheets.service.js';
import type { ChangeFirstMonthDto } from './dto/first-month.dto.js';

/** What another first month would do. */
export interface FirstMonthChange {
  readonly from: Month;
  readonly to: Month;
  /** How many indicators begin anew, those of other sheets that are entered together with them included. */
  readonly indicators: number;
  /** What is due once, and stays as it is. */
  readonly unchanged: number;
  readonly noLongerAsked: readonly Month[];
  readonly newlyAsked: readonly Month[];
  /** The month of an entry that stands in the way; null: nothing does. */
  readonly entered: Month | null;
}

interface Planned extends FirstMonthChange {
  readonly sheet: TargetSheet;
  readonly moving: readonly Indicator[];
}

// What is entered once for several sheets begins in all of them together.
const TOGETHER = `
  SELECT id FROM indicator
  WHERE sheet_id = $1 OR measure_id IN (SELECT measure_id FROM indicator WHERE sheet_id = $1 AND measure_id IS NOT NULL)`;

const ENTERED = `
  SELECT min(month) AS month FROM progress_entry
  WHERE indicator_id = ANY ($1) AND (month < $2 OR month = $3)`;

/** From which month on a sheet is asked for, changed after its adoption (ADR 21). */
@Injectable()
export class FirstMonthsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly months: MonthsService,
    private readonly changes: SheetChanges,
  ) {}

  /** @throws NotFoundError, DomainError `month-outside-year` */
  async preview(sheetId: string, to: Month): Promise<FirstMonthChange> {
    const { sheet: _, moving: __, ...change } = await this.plan(this.dataSource.manager, sheetId, to, '/to');
    return change;
  }

  /**
   * Rescores the year; reports that were issued keep theirs. If-Match is the version of the sheet.
   * @throws ConflictError, DomainError `month-outside-year`, `first-month-entered`, `month-closed`
   */
  async change(
    sheetId: string,
    version: number | null,
    { firstMonth, reason }: ChangeFirstMonthDto,
  ): Promise<FirstMonthChange> {
    return this.dataSource.transaction(async (manager) => {
      // Whoever enters something for a row holds it in place; so nothing can come in between this look and the end.
      await manager.query(`SELECT id FROM indicator WHERE id IN (${TOGETHER}) ORDER BY id FOR UPDATE`, [sheetId]);
      const { sheet, moving, ...change } = await this.plan(manager, sheetId, firstMonth, '/firstMonth');
      if (change.entered !== null) throw alreadyEntered(change.entered);
      const earliest = change.from < change.to ? change.from : change.to;
      await this.months.checkOpenFrom(manager, sheet.departmentId, earliest);
      const after = firstMonth.endsWith('-01') ? null : firstMonth;
      await updateVersioned(manager, TargetSheet, { id: sheetId, version }, { firstMonth: after }, SHEET, reason);
      const ids = moving.map(({ id }) => id);
      const { covers } = await witnessed(manager, { indicator: ids }, () =>
        manager.update(Indicator, { id: In(ids) }, { firstMonth: after, version: () => 'version + 1' }),
      );
      await recordInAuditLog(manager, {
        action: 'target_sheet.begun',
        subjectType: 'target_sheet',
        subjectId: sheetId,
        departmentId: sheet.departmentId,
        after: { firstMonth, indicators: ids.length },
        reason,
        covers,
      });
      for (const id of new Set([sheetId, ...moving.map((one) => one.sheetId)]))
        await this.changes.publish(manager, { sheetId: id, fromMonth: monthOf(sheet.fiscalYear, 1) });
      return change;
    });
  }

  private async plan(manager: EntityManager, sheetId: string, to: Month, pointer: string): Promise<Planned> {
    const sheet = await this.sheets.find(sheetId, manager);
    if (yearOf(to) !== sheet.fiscalYear) throw monthOutsideYear(to, sheet.fiscalYear, pointer);
    const rows: { id: string }[] = await manager.query(TOGETHER, [sheetId]);
    const all = await manager.findBy(Indicator, { id: In(rows.map(({ id }) => id)) });
    const moving = all.filter((indicator) => firstMonthOf(withTarget(indicator), to) !== null);
    const from = sheet.firstMonth ?? monthOf(sheet.fiscalYear, 1);
    // Of what adds up, the first entry holds the total since January: an earlier month would count it twice.
    const ids = moving.map(({ id }) => id);
    const [row]: { month: Month | null }[] = await manager.query(ENTERED, [ids, to, to < from ? from : null]);
    const between = (first: Month, end: Month) => (first < end ? monthsBetween(first, addMonths(end, -1)) : []);
    return {
      ...{ sheet, moving, from, to },
      indicators: moving.length,
      unchanged: all.length - moving.length,
      noLongerAsked: between(from, to),
      newlyAsked: between(to, from),
      entered: row?.month ?? null,
    };
  }
}

const alreadyEntered = (month: Month) => {
  const { zh, en } = monthName(month);
  return errorAt('/firstMonth', 'unfit', 'first-month-entered', {
    zh: `${zh}已有填报，不能改到这个月：已填报的月份须仍在填报范围内，累加的首月填报含1月以来的合计。请先清空那个月的填报，或另选月份。`,
    en: `${en} has entries, so the year cannot begin then: what was entered must stay asked for, and a first total since January would count twice. Empty that month first, or choose another.`,
  });
};
