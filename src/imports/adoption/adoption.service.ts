import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import type { Month } from '../../domain/calendar/month.js';
import { ConflictError, DomainError } from '../../domain/domain-error.js';
import { TargetSheetsService } from '../../targets/sheets/target-sheets.service.js';
import { WithdrawalService } from '../../targets/sheets/withdrawal.service.js';
import {
  type AdoptedSheets,
  type AdoptedWithAll,
  gently,
  type LeftSheet,
  nothingAdoptable,
  placesLeft,
  together,
} from './adoptable-sheets.js';
import { adoptedSheet } from './adopted-sheet.js';
import { type Created, CreatedWithAdoption } from './created-with-adoption.service.js';
import { decisionRepairs } from './decision-repairs.js';
import { type Adoption, DocumentImport } from '../document-import.entity.js';
import type { AdoptDto } from '../dto/adopt.dto.js';
import { type Caller, ImportsService } from '../imports.service.js';
import { NamedMeasures } from './named-measures.service.js';
import { ProposalsService } from './proposals/proposals.service.js';
import { takeProposals } from './proposals/take-proposals.js';
import { RowOwners } from './row-owners.service.js';
import { SheetDepartments } from './sheet-departments.service.js';
import { placed } from '../repairs/repair-error.js';
import type { RepairableSheet } from '../repairs/applied/repairable-draft.js';
import { alreadyAdopted, RepairsService } from '../repairs/repairs.service.js';

interface Adopting {
  /** Of the import. */
  readonly id: string;
  readonly sheet: RepairableSheet;
  readonly place: number;
  readonly firstMonth: Month | null;
}

/** Takes what a document says into the running year. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly repairs: RepairsService,
    private readonly departments: SheetDepartments,
    private readonly owners: RowOwners,
    private readonly sheets: TargetSheetsService,
    private readonly withdrawal: WithdrawalService,
    private readonly measures: NamedMeasures,
    private readonly created: CreatedWithAdoption,
    private readonly proposals: ProposalsService,
  ) {}

  /**
   * Adopts the sheets of a draft: all of them, or none; `withoutErrors`: those that can be, the others stay in the draft for
   * another time. Decisions given with it are repairs like any others.
   * @param version of the draft as the caller has seen it; null: whatever it is
   * @throws ConflictError, DomainError `already-exists`, `draft-outdated`, `draft-incomplete`, `waiver-required`
   */
  async adopt(
    id: string,
    version: number | null,
    decisions: AdoptDto,
    caller: Caller,
    within: EntityManager = this.dataSource.manager,
  ): Promise<AdoptedSheets> {
    return within.transaction(async (manager) => {
      const held = await this.imports.hold(id, caller.scope, manager);
      if (held.adoptedAt) throw alreadyAdopted();
      if (version !== null && version !== held.version) {
        throw new ConflictError(await this.imports.find(id, caller.scope, manager), held.version);
      }
      // Two documents at once may need the same new department, or say the same: the second finds what the first has made.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('adoption', 0))`);
      const decided = await this.decided(manager, held, decisions, caller);
      const { draft } = decided;
      const adopted: AdoptedWithAll[] = [];
      const left: LeftSheet[] = [];
      const before = held.adoption?.sheets ?? [];
      const firstMonth = decisions.firstMonth?.endsWith('-01') ? null : (decisions.firstMonth ?? null); // the whole year
      for (const place of decisions.sheets ?? placesLeft(draft, before)) {
        const sheet = draft.sheets[place];
        if (!sheet) throw unknownSheet(place, draft.sheets.length);
        if (before.includes(sheet.id)) throw alreadyAdopted();
        const adopting = (within: EntityManager) => this.adoptSheet(within, { id, sheet, place, firstMonth }, caller);
        if (decisions.withoutErrors) await gently(manager, { draft, sheet, place }, adopting, { adopted, left });
        else adopted.push(await adopting(manager));
      }
      if (adopted.length === 0 && left.length > 0) throw nothingAdoptable(left);
      const all = (kind: keyof Omit<Created, 'measureIds'>) => adopted.flatMap(({ made }) => made[kind]);
      const created: Created = {
        ...{ departmentIds: all('departmentIds'), sectionIds: all('sectionIds'), contactIds: all('contactIds') },
        measureIds: await this.measures.link(manager, adopted),
      };
      const targetSheetIds = adopted.map(({ sheetId }) => sheetId);
      const sheets = adopted.map(({ draft: sheet }) => sheet.id);
      const adoption = together(held.adoption, { by: caller.actor, targetSheetIds, sheets, created });
      const isWhole = !decisions.withoutErrors || placesLeft(draft, adoption.sheets ?? []).length === 0;
      await this.record(manager, decided, adoption, isWhole ? caller.at : null);
      return { targetSheetIds, left };
    });
  }

  /**
   * Takes back what an adoption brought into the year; the draft with its repairs stays and can be changed and adopted anew.
   * @throws ConflictError, DomainError `state-conflict`, `still-in-use`
   */
  async undo(id: string, version: number | null, reason: string, { scope }: Caller): Promise<DocumentImport> {
    return this.dataSource.transaction(async (manager) => {
      const held = await this.imports.hold(id, scope, manager);
      if (version !== held.version) {
        throw new ConflictError(await this.imports.find(id, scope, manager), held.version);
      }
      if (!held.adoption) throw notAdopted();
      const { targetSheetIds, created } = held.adoption;
      await this.withdrawal.withdraw(manager, targetSheetIds, reason);
      if (created) await this.created.takeBack(manager, created);
      await manager.update(DocumentImport, { id }, { adoptedAt: null, adoption: null, version: () => 'version + 1' });
      await recordInAuditLog(manager, {
        action: 'document_import.adoption-undone',
        subjectType: 'document_import',
        subjectId: id,
        departmentId: held.departmentId,
        before: { targetSheetIds },
        reason,
      });
      return this.imports.find(id, scope, manager);
    });
  }

  private async decided(
    manager: EntityManager,
    held: DocumentImport,
    decisions: AdoptDto,
    caller: Caller,
  ): Promise<DocumentImport> {
    const taken = decisions.proposals ?? [];
    const proposals = taken.length === 0 ? [] : await this.proposals.of(held, caller.scope, manager);
    const given = [
      ...takeProposals(held.draft, proposals, taken),
      ...decisionRepairs(held.draft, decisions, held.adoption?.sheets ?? []),
    ];
    try {
      return await this.repairs.make(
        manager,
        held,
        given.map(({ repair }) => repair),
        caller,
      );
    } catch (error) {
      // Whoever gave decisions knows of no repairs.
      throw placed(error, (pointer) => {
        const [, place = '', rest = ''] = /^\/repairs\/(\d+)(?:\/fields)?(.*)$/.exec(pointer) ?? [];
        const { pointer: origin = '' } = given[Number(place)] ?? {};
        return `${origin}${rest === '/raw' ? '/target' : rest}`;
      });
    }
  }

  private async adoptSheet(
    manager: EntityManager,
    { id: importId, sheet: draft, place, firstMonth }: Adopting,
    { actor, scope, at }: Caller,
  ): Promise<AdoptedWithAll> {
    const read = adoptedSheet(draft, place, firstMonth);
    const { id: departmentId, isNew } = await this.departments.findOrCreate(manager, draft, place, scope);
    const { idOf, made: sectionIds } = await this.created.makeSections(manager, departmentId, draft);
    const contactIds = await this.created.makeContact(manager, departmentId, draft);
    const indicators = read.indicators.map((indicator, row) => {
      const named = draft.indicators[row]?.section ?? null;
      return { ...indicator, sectionId: indicator.sectionId ?? (named === null ? null : idOf(named)) };
    });
    const sheet = { ...read, indicators };
    const pointed = indicators.map(({ name, sectionId }, row) => ({
      ...{ name, sectionId },
      pointer: `/sheets/${place}/indicators/${row}/sectionId`,
    }));
    await this.owners.check(manager, departmentId, pointed);
    const sheetId = await this.sheets.insert(manager, { ...sheet, departmentId, importId }, actor, at);
    const made = { departmentIds: isNew ? [departmentId] : [], sectionIds, contactIds };
    return { draft, sheetId, departmentId, made };
  }

  private async record(
    manager: EntityManager,
    { id, departmentId, draft, summary }: DocumentImport,
    adoption: Adoption,
    adoptedAt: Date | null,
  ): Promise<void> {
    const changes: object = { adoptedAt, adoption, draft, summary };
    await manager.update(DocumentImport, { id }, { ...changes, version: () => 'version + 1' });
    await recordInAuditLog(manager, {
      action: 'document_import.adopted',
      subjectType: 'document_import',
      subjectId: id,
      departmentId,
      after: adoption,
    });
  }
}

const notAdopted = () =>
  new DomainError('conflict', 'state-conflict', {
    zh: '这份文件还没有采用，没有可以撤销的。',
    en: 'This document has not been adopted; there is nothing to undo.',
  });

function unknownSheet(place: number, count: number): DomainError {
  const message = {
    zh: `没有第 ${place} 张表，序号从 0 到 ${count - 1}。`,
    en: `There is no sheet ${place}; they run from 0 to ${count - 1}.`,
  };
  return new DomainError('unfit', 'sheet-unknown', message, [{ code: 'sheet-unknown', pointer: '/sheets', message }]);
}
