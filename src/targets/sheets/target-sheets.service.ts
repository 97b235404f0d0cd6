import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { type Page, pageOf } from '../../common/http/page.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { madeRows } from '../../audit/rows/witnessed.js';
import { updateVersioned } from '../../audit/versioned.js';
import { monthOf } from '../../domain/calendar/month.js';
import { PoliciesService } from '../../policies/policies.service.js';
import type { AssignPolicyDto, SheetQuery, UpdateSheetDto } from './dto/target-sheet.dto.js';
import type { NewSheet } from './new-sheet.js';
import { SheetChanges } from './sheet-changes.js';
import { TargetSheet } from './target-sheet.entity.js';
import type { WholeSheet } from './target-sheet.entity.js';
import { type ListedSheet, TargetSheetsRepository } from './target-sheets.repository.js';
import { checkWeights } from './weight-check.js';
import { alreadyAdopted, noSheet, SHEET } from './errors.js';

@Injectable()
export class TargetSheetsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsRepository,
    private readonly policies: PoliciesService,
    private readonly changes: SheetChanges,
  ) {}

  async list({ limit, ...criteria }: SheetQuery, scope: Scope): Promise<Page<ListedSheet>> {
    return pageOf(await this.sheets.list(this.dataSource.manager, criteria, scope, limit + 1), limit);
  }

  /** Who has targets in which fiscal year. */
  async departmentsByYear(scope: Scope): Promise<Map<number, string[]>> {
    const departments = new Map<number, string[]>();
    for (const { fiscalYear, departmentId } of await this.sheets.years(this.dataSource.manager, scope)) {
      departments.set(fiscalYear, [...(departments.get(fiscalYear) ?? []), departmentId]);
    }
    return departments;
  }

  /** The sheet with goals and indicators. @throws NotFoundError */
  async find(id: string, manager = this.dataSource.manager): Promise<WholeSheet> {
    const sheet = await this.sheets.findWhole(manager, id);
    if (!sheet) throw noSheet();
    return sheet;
  }

  /**
   * Takes a sheet into the running year, in the caller's transaction.
   * @throws DomainError `already-exists`, `waiver-required`, `policy-unknown`
   */
  async insert(manager: EntityManager, sheet: NewSheet, actor: string, now: Date): Promise<string> {
    if (await this.sheets.exists(manager, sheet)) throw alreadyAdopted(sheet);
    const waiver = checkWeights(sheet, this.policies.get(sheet.policy), actor);
    const { id, rows } = await this.sheets.insert(manager, sheet, waiver, now);
    const { departmentId, indicators, goals: _, ...after } = sheet;
    await recordInAuditLog(manager, {
      action: 'target_sheet.adopted',
      subjectType: 'target_sheet',
      subjectId: id,
      departmentId,
      after: { ...after, indicators: indicators.length },
      reason: waiver?.reason,
      covers: await madeRows(manager, rows),
    });
    return id;
  }

  async update(id: string, version: number | null, changes: UpdateSheetDto): Promise<WholeSheet> {
    return this.change({ id, version }, changes);
  }

  /** Rescores the whole year; reports that were issued keep theirs. @throws DomainError `policy-unknown` */
  async assignPolicy(id: string, version: number | null, { policy, reason }: AssignPolicyDto): Promise<WholeSheet> {
    this.policies.get(policy);
    return this.change({ id, version }, { policy }, reason);
  }

  private async change(
    seen: { readonly id: string; readonly version: number | null },
    changes: object,
    reason?: string,
  ): Promise<WholeSheet> {
    await this.dataSource.transaction(async (manager) => {
      const { fiscalYear } = await updateVersioned(manager, TargetSheet, seen, changes, SHEET, reason);
      await this.changes.publish(manager, { sheetId: seen.id, fromMonth: monthOf(fiscalYear, 1) });
    });
    return this.find(seen.id);
  }
}
