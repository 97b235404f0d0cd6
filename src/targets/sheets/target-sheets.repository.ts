import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { insertAsMeant } from '../../audit/as-meant.js';
import type { Rows } from '../../audit/rows/witnessed.js';
import { inScope, type Scope } from '../../common/access/actor.js';
import { printedKey } from '../../domain/printed/printed-key.js';
import { Goal } from '../goals/goal.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import type { NewSheet } from './new-sheet.js';
import { withTarget } from '../indicators/target-columns.js';
import { TargetSheet, type WeightWaiver, type WholeSheet } from './target-sheet.entity.js';

export interface SheetCriteria {
  readonly year?: number;
  readonly departmentId?: string;
  readonly kind?: TargetSheet['kind'];
  readonly cursor?: string;
}

export type ListedSheet = TargetSheet & Required<Pick<TargetSheet, 'department'>>;

@Injectable()
export class TargetSheetsRepository {
  list(manager: EntityManager, criteria: SheetCriteria, scope: Scope, limit: number): Promise<ListedSheet[]> {
    const { year, departmentId, kind, cursor } = criteria;
    const query = manager
      .createQueryBuilder(TargetSheet, 'sheet')
      .leftJoinAndSelect('sheet.department', 'department')
      .where(inScope<TargetSheet>(scope, 'departmentId'))
      .orderBy('sheet.id')
      .limit(limit);
    if (year) query.andWhere('sheet.fiscalYear = :year', { year });
    if (departmentId) query.andWhere('sheet.departmentId = :departmentId', { departmentId });
    if (kind) query.andWhere('sheet.kind = :kind', { kind });
    if (cursor) query.andWhere('sheet.id > :cursor', { cursor });
    return query.getMany() as Promise<ListedSheet[]>;
  }

  /** Each department once for each year in which it has sheets. */
  years(manager: EntityManager, scope: Scope): Promise<Pick<TargetSheet, 'fiscalYear' | 'departmentId'>[]> {
    return manager
      .createQueryBuilder(TargetSheet, 'sheet')
      .select('sheet.fiscalYear', 'fiscalYear')
      .addSelect('sheet.departmentId', 'departmentId')
      .distinct()
      .where(inScope<TargetSheet>(scope, 'departmentId'))
      .getRawMany();
  }

  /** With its department, goals, and indicators with their sections, in the order of the document. */
  async findWhole(manager: EntityManager, id: string): Promise<WholeSheet | null> {
    const [sheet] = (await manager.find(TargetSheet, {
      where: { id },
      relations: { department: true, goals: true, indicators: { section: true } },
      order: { goals: { ordinal: 'ASC' }, indicators: { ordinal: 'ASC' } },
    })) as WholeSheet[];
    return sheet ? { ...sheet, indicators: sheet.indicators.map(withTarget) } : null;
  }

  /** Whether the year has this sheet already, whatever blanks and widths of letters its project is printed with: imported twice it must not be doubled. */
  async exists(manager: EntityManager, { departmentId, fiscalYear, kind, project }: NewSheet): Promise<boolean> {
    const where = { departmentId, fiscalYear, kind };
    const others = await manager.find(TargetSheet, { where, select: { id: true, project: true } });
    const key = (name: string | null) => printedKey(name ?? '');
    return others.some((other) => key(other.project) === key(project));
  }

  /** @returns its id, and what was made. @throws DomainError `values-altered` */
  async insert(
    manager: EntityManager,
    sheet: NewSheet,
    weightWaiver: WeightWaiver | null,
    now: Date,
  ): Promise<{ readonly id: string; readonly rows: Rows }> {
    const { indicators, goals, waiver: _, ...columns } = sheet;
    const id = uuid();
    const indicatorRows = indicators.map((indicator, ordinal) => ({ ...indicator, id: uuid(), sheetId: id, ordinal }));
    const ids = indicatorRows.map((row) => row.id);
    const goalRows = goals.map(({ text, indicators: shownBy }, ordinal) => {
      const indicatorIds = shownBy.flatMap((index) => ids[index] ?? []);
      return { id: uuid(), sheetId: id, ordinal, text, indicatorIds };
    });
    await insertAsMeant(manager, TargetSheet, [{ ...columns, id, weightWaiver, createdAt: now }]);
    await insertAsMeant(manager, Indicator, indicatorRows);
    await insertAsMeant(manager, Goal, goalRows);
    return { id, rows: { target_sheet: [id], indicator: ids, goal: goalRows.map((row) => row.id) } };
  }
}
