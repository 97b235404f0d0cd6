import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isInScope, type Scope } from '../common/access/actor.js';
import { DomainError, NotFoundError } from '../domain/domain-error.js';
import { DepartmentsService } from '../organisation/departments.service.js';
import { SectionsService } from '../organisation/sections.service.js';
import { TargetSheetsService } from '../targets/target-sheets.service.js';
import { adoptedSheet } from './adopted-sheet.js';
import { decidedSheet } from './decided-sheet.js';
import { DocumentImport } from './document-import.entity.js';
import type { AdoptDto } from './dto/adopt.dto.js';
import { importIsolated } from './import-isolated.js';
import type { SheetDraft } from './sheet-draft.js';

/** Who adopts, and when. */
export interface Adoption {
  readonly actor: string;
  /** Departments that it may concern. */
  readonly scope: Scope;
  readonly at: Date;
}

@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: DepartmentsService,
    private readonly sections: SectionsService,
    private readonly sheets: TargetSheetsService,
  ) {}

  /** Reads a document and keeps the draft. @throws DomainError as importDocument */
  async read(
    bytes: Uint8Array,
    fileName: string,
    { scope, at }: Pick<Adoption, 'scope' | 'at'>,
    manager = this.dataSource.manager,
  ): Promise<DocumentImport> {
    const draft = await importIsolated(bytes, fileName);
    const { sha256 } = draft.document;
    const departmentId = scope.departments === 'all' ? null : (scope.departments[0] ?? null);
    const row: DocumentImport = {
      id: uuid(),
      departmentId,
      fileName,
      sha256,
      draft,
      decisions: null,
      adoptedAt: null,
      version: 1,
      createdAt: at,
    };
    await manager.insert(DocumentImport, row);
    return row;
  }

  async find(id: string, manager = this.dataSource.manager): Promise<DocumentImport> {
    const row = await manager.findOneBy(DocumentImport, { id });
    if (!row) throw new NotFoundError({ zh: '导入记录', en: 'import' });
    return row;
  }

  /**
   * Takes the sheets of a draft into the running year: all of them, or none. What was decided before holds where `given`
   * does not say otherwise.
   * @returns ids of the new target sheets, in the order of the draft.
   * @throws DomainError `already-adopted`, `already-exists`, `draft-incomplete`, `waiver-required`
   */
  async adopt(
    id: string,
    given: AdoptDto,
    adoption: Adoption,
    within: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    return within.transaction(async (manager) => {
      const { draft, decisions: recorded } = await this.find(id, manager);
      const decisions: AdoptDto = { ...recorded, ...withoutUndefined(given) };
      await this.claim(manager, id, decisions, adoption.at);
      const places = decisions.sheets ?? draft.sheets.map((_, place) => place);
      const adopted: string[] = [];
      for (const place of places) {
        const sheet = draft.sheets[place];
        if (!sheet) throw unknownSheet(place, draft.sheets.length);
        adopted.push(await this.adoptSheet(manager, id, sheet, place, decisions, adoption));
      }
      return adopted;
    });
  }

  private async adoptSheet(
    manager: EntityManager,
    importId: string,
    draft: SheetDraft,
    place: number,
    decisions: AdoptDto,
    { actor, scope, at }: Adoption,
  ): Promise<string> {
    checkDecisions(draft, place, decisions);
    const sheet = adoptedSheet(draft, place, decisions);
    const departmentId = await this.departmentOf(manager, decidedSheet(draft, place, decisions), place, scope);
    const owners = new Set(sheet.indicators.flatMap(({ sectionId }) => sectionId ?? []));
    for (const sectionId of owners) await this.sections.find(departmentId, sectionId, manager);
    return this.sheets.insert(manager, { ...sheet, departmentId, importId }, actor, at);
  }

  /** The performance office may bring in new departments; a head adopts for departments of its own. */
  private async departmentOf(manager: EntityManager, draft: SheetDraft, place: number, scope: Scope): Promise<string> {
    const name = draft.department ?? '';
    if (scope.departments === 'all') return this.departments.findOrCreate(manager, name);
    const department = await this.departments.findByName(manager, name);
    if (department && isInScope(scope, department.id)) return department.id;
    const message = {
      zh: `“${name}”不是您的部门，不能采用这张表。`,
      en: `“${name}” is not your department; you cannot adopt this sheet.`,
    };
    const pointer = `/sheets/${place}/department`;
    throw new DomainError('foreign-department', message, [{ code: 'foreign-department', pointer, message }]);
  }

  /** Two adoptions of one draft at once: the second waits for the first and then sees that it came too late. */
  private async claim(manager: EntityManager, id: string, decisions: AdoptDto, at: Date): Promise<void> {
    const { affected } = await manager.update(
      DocumentImport,
      { id, adoptedAt: IsNull() },
      { adoptedAt: at, decisions },
    );
    if (affected) return;
    throw new DomainError('already-exists', {
      zh: '这份文件已经采用过。',
      en: 'This document has been adopted already.',
    });
  }
}

/** A body leaves out what it does not say; its class does not. */
const withoutUndefined = (body: AdoptDto): AdoptDto =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

function unknownSheet(place: number, count: number): DomainError {
  const message = {
    zh: `没有第 ${place} 张表，序号从 0 到 ${count - 1}。`,
    en: `There is no sheet ${place}; they run from 0 to ${count - 1}.`,
  };
  return new DomainError('sheet-unknown', message, [{ code: 'sheet-unknown', pointer: '/sheets', message }]);
}

/** A decision about nothing is a mistake, not something to be passed over. */
function checkDecisions({ indicators }: SheetDraft, place: number, { decisions = [] }: AdoptDto): void {
  const index = decisions.findIndex(({ sheet, indicator }) => sheet === place && indicator >= indicators.length);
  if (index < 0) return;
  const last = indicators.length - 1;
  const message = {
    zh: `第 ${place} 张表的指标序号从 0 到 ${last}。`,
    en: `The indicators of sheet ${place} run from 0 to ${last}.`,
  };
  const pointer = `/decisions/${index}/indicator`;
  throw new DomainError('indicator-unknown', message, [{ code: 'indicator-unknown', pointer, message }]);
}
