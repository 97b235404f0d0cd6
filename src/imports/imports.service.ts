import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type FindOptionsWhere, IsNull, LessThan, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../audit/audit-log.js';
import { inScope, ownDepartment, type Scope } from '../common/access/actor.js';
import { type Page, pageOf } from '../common/http/page.js';
import { NotFoundError } from '../domain/domain-error.js';
import { StoredFilesService } from '../files/stored-files.service.js';
import { DepartmentAliasesService } from '../organisation/aliases/department-aliases.service.js';
import { OwnersService } from '../targets/owners/owners.service.js';
import { DocumentImport } from './document-import.entity.js';
import type { ImportsQuery } from './dto/imports.query.js';
import { namesOf } from '../common/names-of.js';
import type { Reading } from './reading.js';
import { readIsolated } from './import-isolated.js';
import { DraftMeanings } from './repairs/draft-meanings.service.js';
import { doubted } from './repairs/doubts-in.js';
import { summaryOf } from './repairs/draft-summary.js';
import { repairable } from './repairs/applied/repairable-draft.js';

/** Who does something to an import, and when. */
export interface Caller {
  readonly actor: string;
  /** Departments that it may concern. */
  readonly scope: Scope;
  readonly at: Date;
}

/** A document that was read; `known`: it had been brought in before. */
export interface ReadImport {
  readonly import: DocumentImport;
  readonly known: boolean;
}

/** An import in a list: without its draft. */
export interface ListedImport extends Omit<DocumentImport, 'draft' | 'reading' | 'adoption'> {
  /** Of the indicators that were adopted from it, how many no section owns. */
  readonly unowned: number;
}

const WHAT = { zh: '导入记录', en: 'import' };

@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly aliases: DepartmentAliasesService,
    private readonly meanings: DraftMeanings,
    private readonly files: StoredFilesService,
    private readonly owners: OwnersService,
  ) {}

  /**
   * Reads a document and keeps the draft with its bytes. The same bytes are the same import: what was repaired or adopted stays, what
   * nobody has touched is read afresh.
   * @throws DomainError as readIsolated
   */
  async read(
    bytes: Uint8Array,
    fileName: string,
    caller: Caller,
    within: EntityManager = this.dataSource.manager,
  ): Promise<ReadImport> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = await this.known(within, sha256, caller.scope);
    if (known && isTouched(known)) {
      if (!known.fileSha256) await within.update(DocumentImport, { id: known.id }, await this.kept(bytes));
      const again = await this.find(known.id, caller.scope, within);
      await recordUpload(within, again);
      return { import: again, known: true };
    }
    const read = await readIsolated(bytes, fileName);
    const kept = await this.kept(bytes);
    return within.transaction(async (manager) => {
      const printed = read.recognition.sheets.flatMap(({ draft }) => draft.department ?? []);
      const reading = { ...read, departments: await this.aliases.meanings(printed, caller.scope, manager) };
      // Two uploads of one document at once: the second waits, and then finds what the first has kept.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);
      const before = await this.known(manager, sha256, caller.scope);
      if (!before) {
        const brought = await keep(manager, { ...contentsOf(reading), ...kept }, fileName, caller);
        const answer = { import: await named(brought, manager), known: false };
        await recordUpload(manager, brought);
        return answer;
      }
      if (!isTouched(before))
        await manager.update(DocumentImport, { id: before.id }, { ...contentsOf(reading), ...kept });
      const again = await this.find(before.id, caller.scope, manager);
      await recordUpload(manager, again);
      return { import: again, known: true };
    });
  }

  /** As it stands for somebody of this scope. */
  async find(id: string, scope: Scope, manager = this.dataSource.manager): Promise<DocumentImport> {
    const row = await manager.findOneBy(DocumentImport, { id });
    if (!row) throw new NotFoundError(WHAT);
    return named(await this.meanings.now(row, scope, manager), manager);
  }

  /** With what was read, held until the transaction ends: nobody else repairs or adopts it meanwhile. */
  async hold(id: string, scope: Scope, manager: EntityManager): Promise<DocumentImport> {
    const row = await manager
      .createQueryBuilder(DocumentImport, 'import')
      .addSelect('import.reading')
      .where({ id })
      .setLock('for_no_key_update')
      .getOne();
    if (!row) throw new NotFoundError(WHAT);
    return this.meanings.now(row, scope, manager);
  }

  async list({ limit, cursor, state }: ImportsQuery, scope: Scope): Promise<Page<ListedImport>> {
    const where: FindOptionsWhere<DocumentImport> = {
      ...inScope<DocumentImport>(scope, 'departmentId'),
      ...(cursor && { id: LessThan(cursor) }),
      ...(state && { adoptedAt: state === 'open' ? IsNull() : Not(IsNull()) }),
    };
    const rows = await this.dataSource.manager.find(DocumentImport, {
      where,
      select: LISTED,
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const { items, nextCursor } = pageOf(rows, limit);
    const summaries = await this.meanings.summaries(new Map(items.map(({ id, summary }) => [id, summary])), scope);
    const nameOf = await namesOf(
      this.dataSource.manager,
      items.map(({ createdBy }) => createdBy),
    );
    const unowned = await this.owners.unownedByImport(items.map(({ id }) => id));
    return {
      items: items.map((item) => ({
        ...item,
        createdBy: nameOf(item.createdBy),
        summary: summaries.get(item.id) ?? item.summary,
        unowned: unowned.get(item.id) ?? 0,
      })),
      nextCursor,
    };
  }

  private async kept(bytes: Uint8Array): Promise<{ fileSha256: string }> {
    return { fileSha256: await this.files.keepBytes(bytes) };
  }

  /** Of the same owner: what another department has brought in is nobody's business. */
  private known(manager: EntityManager, sha256: string, scope: Scope): Promise<DocumentImport | null> {
    const where = { sha256, departmentId: ownDepartment(scope) ?? IsNull(), reading: Not(IsNull()) };
    return manager.findOne(DocumentImport, { where, order: { id: 'DESC' } });
  }
}

const LISTED = {
  ...{ id: true, departmentId: true, fileName: true, sha256: true, summary: true },
  ...{ adoptedAt: true, version: true, createdAt: true, createdBy: true },
};

const isTouched = ({ adoptedAt, version }: DocumentImport): boolean => adoptedAt !== null || version > 1;

/** Also of what was known: it was brought in once more. */
const recordUpload = (
  manager: EntityManager,
  { id, departmentId, fileName, sha256, version }: DocumentImport,
): Promise<void> =>
  recordInAuditLog(manager, {
    action: 'document_import.uploaded',
    subjectType: 'document_import',
    subjectId: id,
    departmentId,
    after: { fileName, sha256, version },
  });

async function named(found: DocumentImport, manager: EntityManager): Promise<DocumentImport> {
  const { adoption, createdBy } = found;
  const nameOf = await namesOf(manager, [createdBy, ...(adoption ? [adoption.by] : [])]);
  return { ...found, createdBy: nameOf(createdBy), adoption: adoption && { ...adoption, by: nameOf(adoption.by) } };
}

function contentsOf(reading: Reading): Pick<DocumentImport, 'draft' | 'reading' | 'summary'> {
  const draft = doubted(repairable(reading), reading);
  return { draft, reading, summary: summaryOf(draft) };
}

async function keep(
  manager: EntityManager,
  { reading, ...contents }: ReturnType<typeof contentsOf> & { readonly fileSha256: string },
  fileName: string,
  { actor, scope, at }: Caller,
): Promise<DocumentImport> {
  const { sha256 } = contents.draft.document;
  const row = {
    ...{ id: uuid(), departmentId: ownDepartment(scope), fileName, sha256 },
    ...contents,
    ...{ adoption: null, adoptedAt: null, version: 1, createdAt: at, createdBy: actor },
  };
  await manager.insert(DocumentImport, { ...row, reading });
  return row as DocumentImport;
}
