import { Injectable } from '@nestjs/common';
import type { Scope } from '../../common/access/actor.js';
import { monthOf } from '../../domain/calendar/month.js';
import { ScoringService } from '../../scoring/scoring.service.js';
import type { WholeSheet } from '../../targets/sheets/target-sheet.entity.js';
import { TargetSheetsService } from '../../targets/sheets/target-sheets.service.js';
import { SheetDepartments } from '../adoption/sheet-departments.service.js';
import { ImportsService } from '../imports.service.js';
import { printedKey } from '../../domain/printed/printed-key.js';
import type { RepairableSheet } from '../repairs/applied/repairable-draft.js';
import { recordDifferences } from './record-differences.js';
import { differencesOf, type SheetDifference } from './sheet-differences.js';

/** What happens between reading a document and adopting it. */
@Injectable()
export class ImportReviewService {
  constructor(
    private readonly imports: ImportsService,
    private readonly departments: SheetDepartments,
    private readonly sheets: TargetSheetsService,
    private readonly scoring: ScoringService,
  ) {}

  /**
   * Each sheet of the draft beside the adopted one of the same department, year and project, and what it says of values
   * reached beside what was recorded: 上年完成值 beside the year before, 实际完成值 beside its own year.
   */
  async differences(id: string, scope: Scope): Promise<SheetDifference[]> {
    const { draft } = await this.imports.find(id, scope);
    const found: SheetDifference[] = [];
    for (const [place, sheet] of draft.sheets.entries()) {
      const year = sheet.fiscalYear ?? 0;
      const [adopted, before] = [await this.adopted(sheet, year, scope), await this.adopted(sheet, year - 1, scope)];
      const records = [
        ...recordDifferences(sheet, 'previous', before && (await this.reached(before))),
        ...recordDifferences(sheet, 'actual', adopted && (await this.reached(adopted))),
      ];
      found.push({ sheet: place, ...differencesOf(sheet, adopted), records });
    }
    return found;
  }

  private async adopted(sheet: RepairableSheet, year: number, scope: Scope) {
    const departmentId = await this.departments.find(sheet, scope);
    if (departmentId === null) return null;
    const { kind, project } = sheet;
    const query = { limit: 200, year, departmentId, kind };
    const { items } = await this.sheets.list(query, scope);
    const same = items.find((other) => printedKey(other.project ?? '') === printedKey(project ?? ''));
    return same ? this.sheets.find(same.id) : null;
  }

  /** Values of a whole year by the names of their indicators. */
  private async reached({ id, fiscalYear, indicators }: WholeSheet): Promise<Map<string, string>> {
    const score = await this.scoring.score(id, monthOf(fiscalYear, 12));
    const names = new Map(indicators.map((indicator) => [indicator.id, indicator.name]));
    return new Map(
      score.indicators.flatMap(({ indicatorId, actual }) =>
        actual === null ? [] : [[names.get(indicatorId) ?? '', actual] as const],
      ),
    );
  }
}
