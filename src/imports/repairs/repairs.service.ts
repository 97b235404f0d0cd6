import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { isInScope, type Scope } from '../../common/access/actor.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { coveredLines } from '../../audit/history-lines.js';
import { ConflictError, DomainError, NotFoundError } from '../../domain/domain-error.js';
import { DepartmentAliasesService } from '../../organisation/aliases/department-aliases.service.js';
import { DepartmentsService } from '../../organisation/departments.service.js';
import { ProposalsService } from '../adoption/proposals/proposals.service.js';
import { RowOwners } from '../adoption/row-owners.service.js';
import { DocumentImport } from '../document-import.entity.js';
import { type Caller, ImportsService } from '../imports.service.js';
import { namesOf } from '../../common/names-of.js';
import { applyRepairs, type MadeRepair } from './applied/apply-repairs.js';
import { doubted } from './doubts-in.js';
import { summaryOf } from './draft-summary.js';
import { ImportRepair } from './import-repair.entity.js';
import type { Repair } from './repair.js';
import type { RepairableDraft } from './applied/repairable-draft.js';

type Row = QueryDeepPartialEntity<ImportRepair>;

/** What people change about a draft before its sheets are adopted. */
@Injectable()
export class RepairsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly departments: DepartmentsService,
    private readonly aliases: DepartmentAliasesService,
    private readonly proposals: ProposalsService,
    private readonly owners: RowOwners,
  ) {}

  /**
   * Makes all of them or none, on the draft as the caller has seen it.
   * @throws ConflictError with the current import, DomainError `already-exists` when it has been adopted,
   *   `draft-outdated`, and those of applyRepairs
   */
  repair(id: string, version: number | null, repairs: readonly Repair[], caller: Caller): Promise<DocumentImport> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.imports.hold(id, caller.scope, manager);
      if (before.version !== version) {
        throw new ConflictError(await this.imports.find(id, caller.scope, manager), before.version);
      }
      if (before.adoptedAt) throw alreadyAdopted();
      await this.make(manager, before, repairs, caller);
      return this.imports.find(id, caller.scope, manager);
    });
  }

  /** Repairs a draft that the caller holds. @returns the import as it stands then, not read again */
  async make(
    manager: EntityManager,
    before: DocumentImport,
    repairs: readonly Repair[],
    { actor, scope, at }: Caller,
  ): Promise<DocumentImport> {
    const { id } = before;
    if (!before.reading) throw outdated();
    if (repairs.length === 0) return before;
    await this.checkDepartments(manager, repairs, scope);
    const departments = await this.aliases.meanings(namesIn(before.draft, repairs), scope, manager);
    const reading = { ...before.reading, departments };
    const earlier = await manager.find(ImportRepair, { where: { importId: id }, order: { number: 'ASC' } });
    const { draft, made } = applyRepairs(
      reading,
      { draft: before.draft, earlier, adopted: before.adoption?.sheets },
      plainCopy(await this.proposals.named(before, repairs, scope, manager)),
    );
    await this.owners.checkRepaired(manager, draft, made, scope);
    await manager.insert(
      ImportRepair,
      made.map((one) => ({ ...one, changes: [...one.changes], importId: id, actor, madeAt: at }) as Row),
    );
    const contents = doubted(draft, reading);
    const next = { draft: contents, summary: summaryOf(contents) };
    await this.remember(manager, before.draft.remembered, draft.remembered, scope);
    await manager.update(DocumentImport, { id }, { ...(next as object), version: () => 'version + 1' });
    const keys = made.map(({ number }) => `${id} ${number}`);
    const covers = await coveredLines(manager, 'import_repair', keys);
    await recordInAuditLog(manager, { ...auditLine(before, made), covers });
    return { ...before, ...next, version: before.version + 1 };
  }

  async history(id: string): Promise<{ items: ImportRepair[]; nextCursor: null }> {
    const items = await this.dataSource.manager.find(ImportRepair, {
      where: { importId: id },
      order: { number: 'ASC' },
    });
    const nameOf = await namesOf(
      this.dataSource.manager,
      items.map(({ actor }) => actor),
    );
    return { items: items.map((item) => ({ ...item, actor: nameOf(item.actor) })), nextCursor: null };
  }

  /** Undoing takes back what was to be remembered. */
  private async remember(
    manager: EntityManager,
    before: RepairableDraft['remembered'] = {},
    after: RepairableDraft['remembered'] = {},
    scope: Scope,
  ): Promise<void> {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [was, is] = [before[name], after[name]];
      if (is !== undefined && is !== was) await this.aliases.say(manager, name, is, scope);
      if (is === undefined && was !== undefined) await this.aliases.unsay(manager, name, was, scope);
    }
  }

  /** A department of somebody else's does not exist for the caller. */
  private async checkDepartments(manager: EntityManager, repairs: readonly Repair[], scope: Scope): Promise<void> {
    for (const [place, repair] of repairs.entries()) {
      const named = departmentNamed(repair);
      if (!named) continue;
      const department = await this.departments.find(named, manager).catch(() => null);
      if (!department || !isInScope(scope, department.id)) throw departmentUnknown(`/repairs/${place}`);
    }
  }
}

/** Of departments, as printed and as the repairs have them. */
function namesIn({ sheets }: RepairableDraft, repairs: readonly Repair[]): string[] {
  const said = repairs.flatMap((repair) => ('fields' in repair && 'department' in repair.fields ? repair.fields : []));
  return [...sheets, ...said].flatMap(({ department }) => department ?? []);
}

function departmentNamed(repair: Repair): string | null {
  if (repair.kind === 'map-department') return repair.departmentId;
  return 'fields' in repair && 'departmentId' in repair.fields ? (repair.fields.departmentId ?? null) : null;
}

/** Of the class of a request nothing is left: what it does not say is not there. */
const plainCopy = (repairs: readonly Repair[]): Repair[] => JSON.parse(JSON.stringify(repairs)) as Repair[];

const auditLine = ({ id, departmentId }: DocumentImport, made: readonly MadeRepair[]) => ({
  action: 'document_import.repaired',
  subjectType: 'document_import',
  subjectId: id,
  departmentId,
  after: { repairs: made.map(({ number, repair }) => ({ number, kind: repair.kind })) },
});

export const alreadyAdopted = () =>
  new DomainError('conflict', 'already-exists', {
    zh: '这份文件已经采用。要修改，请先撤销采用；已有填报的，请修订目标表。',
    en: 'This document has been adopted. Undo the adoption first; where entries exist, revise its sheets.',
  });

const outdated = () =>
  new DomainError('unfit', 'draft-outdated', {
    zh: '这份草稿由旧版本读取，不能再修改或采用，请重新上传原文件。',
    en: 'An earlier version of the service has read this draft; it cannot be repaired or adopted. Upload the document again.',
  });

const departmentUnknown = (place: string) => {
  const { messages } = new NotFoundError({ zh: '该部门', en: 'department' });
  return new DomainError('not-found', 'not-found', messages, [
    { code: 'not-found', pointer: `${place}/departmentId`, message: messages },
  ]);
};
