import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findById, updateVersioned } from '../../audit/versioned.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { Goal } from './goal.entity.js';
import type { TargetSheet } from '../sheets/target-sheet.entity.js';
import { TargetSheetsService } from '../sheets/target-sheets.service.js';
import { indicatorOfOtherSheet } from './errors.js';

const WHAT = { zh: '年度目标', en: 'goal' };

@Injectable()
export class GoalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
  ) {}

  /** The goal with its sheet. @throws NotFoundError */
  async find(id: string): Promise<Goal & { readonly sheet: TargetSheet }> {
    const [goal] = await this.dataSource.manager.find(Goal, { where: { id }, relations: { sheet: true } });
    if (!goal?.sheet) throw new NotFoundError(WHAT);
    return { ...goal, sheet: goal.sheet };
  }

  /** Says which indicators of the same sheet show whether a goal is reached. */
  async link(
    id: string,
    version: number | null,
    indicatorIds: readonly string[],
    manager = this.dataSource.manager,
  ): Promise<Goal> {
    const goal = await findById(manager, Goal, id, WHAT);
    const { indicators } = await this.sheets.find(goal.sheetId, manager);
    const known = new Set(indicators.map((indicator) => indicator.id));
    const foreign = indicatorIds.findIndex((indicatorId) => !known.has(indicatorId));
    if (foreign >= 0) throw indicatorOfOtherSheet(foreign);
    return updateVersioned(manager, Goal, { id, version }, { indicatorIds: [...new Set(indicatorIds)] }, WHAT);
  }
}
