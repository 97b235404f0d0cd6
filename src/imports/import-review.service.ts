import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { recordInAuditLog } from '../database/audit-log.js';
import { ConflictError, DomainError } from '../domain/domain-error.js';
import { monthOf } from '../domain/month.js';
import { DepartmentsService } from '../organisation/departments.service.js';
import { ScoringService } from '../scoring/scoring.service.js';
import type { WholeSheet } from '../targets/target-sheet.entity.js';
import { TargetSheetsService } from '../targets/target-sheets.service.js';
import { decidedSheet } from './decided-sheet.js';
import { DocumentImport } from './document-import.entity.js';
import type { AdoptDto } from './dto/adopt.dto.js';
import { ImportsService } from './imports.service.js';
import { recordDifferences } from './record-differences.js';
import { differencesOf, type SheetDifference } from './sheet-differences.js';
import type { SheetDraft } from './sheet-draft.js';

/** What happens between reading a document and adopting it. */
@Injectable()
export class ImportReviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly departments: DepartmentsService,
    private readonly sheets: TargetSheetsService,
    private readonly scoring: ScoringService,
  ) {}

  /**
   * Keeps what was decided, in place of what was decided before.
   * @throws ConflictError with the current draft, DomainError `already-exists` when it has been adopted, `target-unparsed`
   */
  async decide(id: string, version: number | null, decisions: AdoptDto): Promise<DocumentImport> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.imports.find(id, manager);
      for (const [place, sheet] of before.draft.sheets.entries()) decidedSheet(sheet, place, decisions);
      const change = { decisions, version: () => 'version + 1' };
      const seen = { id, version: version ?? 0, adoptedAt: IsNull() };
      const { affected } = await manager.update(DocumentImport, seen, change);
      const after = await this.imports.find(id, manager);
      if (!affected) throw after.adoptedAt ? alreadyAdopted() : new ConflictError(after, after.version);
      await recordInAuditLog(manager, {
        action: 'document_import.decided',
        subjectType: 'document_import',
        subjectId: id,
        departmentId: after.departmentId,
        before: { decisions: before.decisions },
        after: { decisions },
      });
      return after;
    });
  }

  /**
   * Each sheet of the draft beside the adopted one of the same department, year and project, and what it says of values
   * reached beside what was recorded: 上年完成值 beside the year before, 实际完成值 beside its own year.
   */
  async differences(id: string, scope: Scope): Promise<SheetDifference[]> {
    const { draft, decisions } = await this.imports.find(id);
    const found: SheetDifference[] = [];
    for (const [place, printed] of draft.sheets.entries()) {
      const sheet = decidedSheet(printed, place, decisions ?? {});
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

  private async adopted({ department, kind, project }: SheetDraft, year: number, scope: Scope) {
    const known = await this.departments.findByName(this.dataSource.manager, department ?? '');
    if (!known) return null;
    const query = { limit: 200, year, departmentId: known.id, kind };
    const { items } = await this.sheets.list(query, scope);
    const same = items.find((sheet) => sheet.project === project);
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

const alreadyAdopted = () =>
  new DomainError('already-exists', {
    zh: '这份文件已经采用过，不能再改。',
    en: 'This document has been adopted already; its decisions cannot change any more.',
  });
