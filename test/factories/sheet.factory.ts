import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Department } from '../../src/organisation/department.entity.js';
import { Indicator } from '../../src/targets/indicators/indicator.entity.js';
import { TargetSheet } from '../../src/targets/sheets/target-sheet.entity.js';
import { IndicatorFactory } from './indicator.factory.js';

type Values = Pick<TargetSheet, 'id' | 'departmentId' | 'kind' | 'project' | 'fiscalYear' | 'fundingTotal' | 'policy'>;

let serial = 0;

/** A project's sheet for 2026 with one indicator until it is told otherwise. */
export class SheetFactory {
  private constructor(
    private readonly values: Values,
    private readonly rows: readonly IndicatorFactory[],
  ) {}

  static of(department: Department): SheetFactory {
    const project = `示例项目 ${(serial += 1)}`;
    const values = { id: uuid(), departmentId: department.id, kind: 'project' as const, project, fiscalYear: 2026 };
    return new SheetFactory({ ...values, fundingTotal: '100', policy: 'national-2020' }, [IndicatorFactory.new()]);
  }

  inYear(year: number): SheetFactory {
    return new SheetFactory({ ...this.values, fiscalYear: year }, this.rows);
  }

  named(project: string): SheetFactory {
    return new SheetFactory({ ...this.values, project }, this.rows);
  }

  under(policy: string): SheetFactory {
    return new SheetFactory({ ...this.values, policy }, this.rows);
  }

  indicators(...rows: readonly IndicatorFactory[]): SheetFactory {
    return new SheetFactory(this.values, rows);
  }

  /** @returns the sheet, and the ids of its indicators in order. */
  async insert(manager: EntityManager): Promise<{ sheet: TargetSheet; indicatorIds: string[] }> {
    const columns = { responsibleName: null, responsiblePhone: null, fundingFiscal: null, fundingOther: null };
    const links = { executionWeight: null, weightWaiver: null, importId: null, createdAt: new Date(0) };
    await manager.insert(TargetSheet, { ...this.values, ...columns, ...links, fundingSources: [] });
    const ids = this.rows.map(() => uuid());
    const rows = this.rows.map((row, ordinal) => ({ ...row.build(), ordinal, sheetId: this.values.id }));
    await manager.insert(
      Indicator,
      rows.map((row, index) => ({ ...row, id: ids[index]! })),
    );
    const sheet = await manager.findOneByOrFail(TargetSheet, { id: this.values.id });
    return { sheet, indicatorIds: ids };
  }
}
