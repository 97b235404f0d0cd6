import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { findById, updateVersioned } from '../database/versioned.js';
import { NotFoundError } from '../domain/domain-error.js';
import { monthOf } from '../domain/month.js';
import { SectionsService } from '../organisation/sections.service.js';
import { commitmentOf } from './commitment.js';
import type { CreateCommitmentDto, UpdateIndicatorDto } from './dto/indicator.dto.js';
import { Indicator } from './indicator.entity.js';
import { SheetChanges } from './sheet-changes.js';
import { TargetSheetsService } from './target-sheets.service.js';

const WHAT = { zh: '指标', en: 'indicator' };

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly sections: SectionsService,
    private readonly changes: SheetChanges,
  ) {}

  /** The indicator with its sheet, whose year and policy its entries must fit. @throws NotFoundError */
  async find(id: string, manager = this.dataSource.manager): Promise<Indicator & Required<Pick<Indicator, 'sheet'>>> {
    const indicator = await manager.findOne(Indicator, { where: { id }, relations: { sheet: true, section: true } });
    if (!indicator?.sheet) throw new NotFoundError(WHAT);
    return { ...indicator, sheet: indicator.sheet };
  }

  async update(id: string, version: number | null, changes: UpdateIndicatorDto): Promise<Indicator> {
    const { sheet } = await this.find(id);
    if (changes.sectionId) await this.sections.find(sheet.departmentId, changes.sectionId);
    return this.dataSource.transaction(async (manager) => {
      const indicator = await updateVersioned(manager, Indicator, { id, version }, changes, WHAT);
      await this.changes.publish(manager, { sheetId: sheet.id, fromMonth: monthOf(sheet.fiscalYear, 1) });
      return indicator;
    });
  }

  async addCommitment(sheetId: string, commitment: CreateCommitmentDto): Promise<Indicator> {
    const { departmentId } = await this.sheets.find(sheetId);
    if (commitment.sectionId) await this.sections.find(departmentId, commitment.sectionId);
    const id = uuid();
    // The place after the last one is found by the database, so that two additions at once do not take the same.
    const ordinal = () => `(SELECT coalesce(max(ordinal) + 1, 0) FROM indicator WHERE sheet_id = '${sheetId}')`;
    await this.dataSource.manager.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM target_sheet WHERE id = $1 FOR UPDATE', [sheetId]);
      await manager
        .createQueryBuilder()
        .insert()
        .into(Indicator)
        .values({ ...commitmentOf(commitment), id, sheetId, ordinal })
        .execute();
    });
    return findById(this.dataSource.manager, Indicator, id, WHAT);
  }
}
