import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { updateVersioned } from '../database/versioned.js';
import { ConflictError, DomainError, type Message, NotFoundError, type Problem } from '../domain/domain-error.js';
import { exact } from '../domain/exact.js';
import { type Month, yearOf } from '../domain/month.js';
import { SheetChanges } from '../targets/sheet-changes.js';
import { TargetSheetsService } from '../targets/target-sheets.service.js';
import { BudgetExecution } from './budget-execution.entity.js';
import type { SaveBudgetDto } from './dto/budget.dto.js';

const WHAT = { zh: '该月的预算执行数', en: 'budget figures of that month' };

export interface BudgetKey {
  readonly sheetId: string;
  readonly month: Month;
}

@Injectable()
export class BudgetService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly changes: SheetChanges,
  ) {}

  async find({ sheetId, month }: BudgetKey, manager = this.dataSource.manager): Promise<BudgetExecution> {
    const row = await manager.findOneBy(BudgetExecution, { sheetId, month });
    if (!row) throw new NotFoundError(WHAT);
    return row;
  }

  /** Saves a month's figures and rescores the sheet with them. `version` null creates. */
  async save(
    key: BudgetKey,
    version: number | null,
    body: SaveBudgetDto,
    at: Date,
    within: EntityManager = this.dataSource.manager,
  ): Promise<BudgetExecution> {
    const { fiscalYear } = await this.sheets.find(key.sheetId, within);
    checkFigures(key.month, fiscalYear, body);
    const { spent, adjustedBudget = null } = body;
    return within.transaction(async (manager) => {
      if (version === null) {
        const row = { id: uuid(), ...key, spent, adjustedBudget, updatedAt: at };
        const insertion = manager.createQueryBuilder().insert().into(BudgetExecution).values(row).orIgnore();
        const inserted: unknown = (await insertion.returning('id').execute()).raw;
        const current = await this.find(key, manager);
        if (!Array.isArray(inserted) || inserted.length === 0) throw new ConflictError(current, current.version);
      } else {
        const { id } = await this.find(key, manager);
        await updateVersioned(
          manager,
          BudgetExecution,
          { id, version },
          { spent, adjustedBudget, updatedAt: at },
          WHAT,
        );
      }
      await this.changes.publish(manager, { sheetId: key.sheetId, fromMonth: key.month });
      return this.find(key, manager);
    });
  }
}

function checkFigures(month: Month, fiscalYear: number, { spent, adjustedBudget }: SaveBudgetDto): void {
  const problems: [boolean, string, Message][] = [
    [
      yearOf(month) !== fiscalYear,
      '/month',
      { zh: `${month} 不在 ${fiscalYear} 年度内。`, en: `${month} lies outside fiscal year ${fiscalYear}.` },
    ],
    [exact(spent).lt(0), '/spent', { zh: '执行数不能为负数。', en: 'spent must not be negative.' }],
    [
      adjustedBudget != null && exact(adjustedBudget).lt(0),
      '/adjustedBudget',
      { zh: '预算数不能为负数。', en: 'adjustedBudget must not be negative.' },
    ],
  ];
  const found = problems
    .filter(([wrong]) => wrong)
    .map(([, pointer, message]): Problem => ({ code: 'budget-invalid', pointer, message }));
  const [first] = found;
  if (first) throw new DomainError('budget-invalid', first.message, found);
}
