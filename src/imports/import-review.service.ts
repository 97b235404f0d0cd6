import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { Scope } from '../common/access/actor.js';
import { recordInAuditLog } from '../database/audit-log.js';
import { ConflictError, DomainError } from '../domain/domain-error.js';
import { DepartmentsService } from '../organisation/departments.service.js';
import { TargetSheetsService } from '../targets/target-sheets.service.js';
import { decidedSheet } from './decided-sheet.js';
import { DocumentImport } from './document-import.entity.js';
import type { AdoptDto } from './dto/adopt.dto.js';
import { ImportsService } from './imports.service.js';
import { differencesOf, type SheetDifference } from './sheet-differences.js';

/** What happens between reading a document and adopting it. */
@Injectable()
export class ImportReviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly departments: DepartmentsService,
    private readonly sheets: TargetSheetsService,
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

  /** Each sheet of the draft beside the adopted one of the same department, year and project. */
  async differences(id: string, scope: Scope): Promise<SheetDifference[]> {
    const { draft, decisions } = await this.imports.find(id);
    const found: SheetDifference[] = [];
    for (const [place, printed] of draft.sheets.entries()) {
      const sheet = decidedSheet(printed, place, decisions ?? {});
      const department = await this.departments.findByName(this.dataSource.manager, sheet.department ?? '');
      const query = { limit: 200, year: sheet.fiscalYear ?? 0, departmentId: department?.id, kind: sheet.kind };
      const { items } = department ? await this.sheets.list(query, scope) : { items: [] };
      const same = items.find(({ project }) => project === sheet.project);
      const adopted = same ? await this.sheets.find(same.id) : null;
      found.push({ sheet: place, ...differencesOf(sheet, adopted) });
    }
    return found;
  }
}

const alreadyAdopted = () =>
  new DomainError('already-exists', {
    zh: '这份文件已经采用过，不能再改。',
    en: 'This document has been adopted already; its decisions cannot change any more.',
  });
