import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { ConflictError, type Message, NotFoundError } from '../domain/domain-error.js';
import { type Audited, recordInAuditLog } from './audit-log.js';
import { checkAsMeant } from './as-meant.js';
import { isVouched } from './rows/vouched-tables.js';
import { type Rows, rowsAwayWith, rowsWith, witnessed } from './rows/witnessed.js';

/** Rows that people edit: each change goes through here, and so into the audit log. */
interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** A row as its editor has seen it; `version` null: they have not. */
interface Seen {
  readonly id: string;
  readonly version: number | null;
}

/** The row with this id. @throws NotFoundError */
export async function findById<T extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  what: Message,
): Promise<T> {
  const row = await manager.findOneBy(entity, { id } as FindOptionsWhere<T>);
  if (!row) throw new NotFoundError(what);
  return row;
}

export async function insertRow<T extends Versioned>(
  within: EntityManager,
  entity: EntityTarget<T>,
  row: QueryDeepPartialEntity<T> & { id: string },
): Promise<T> {
  return within.transaction(async (manager) => {
    const copy = { ...row }; // TypeORM writes into it what the database says
    const { covers } = await witnessed(manager, rowOf(manager, entity, row.id), () => manager.insert(entity, copy));
    const after = await manager.findOneByOrFail(entity, { id: row.id } as FindOptionsWhere<T>);
    checkAsMeant(manager, tableOf(manager, entity), row, after);
    await record(manager, entity, 'created', { before: null, after, covers });
    return after;
  });
}

/**
 * Changes a row only if it still is as the caller saw it. `save()` would write a stale version back over a newer one.
 * @throws ConflictError with the current row, NotFoundError, DomainError `values-altered`
 */
export async function updateVersioned<T extends Versioned>(
  within: EntityManager,
  entity: EntityTarget<T>,
  seen: Seen,
  changes: object,
  what: Message,
  reason?: string,
): Promise<T> {
  return within.transaction(async (manager) => {
    const before = await holdAsSeen(manager, entity, seen, what);
    const set = { ...changes, version: () => 'version + 1' } as unknown as QueryDeepPartialEntity<T>;
    const update = () => manager.update(entity, { id: seen.id }, set);
    const table = tableOf(manager, entity);
    const isAbsence = 'awayFrom' in changes || 'awayUntil' in changes;
    const rows =
      isAbsence && isVouched(table) ? await rowsAwayWith(manager, table, seen.id) : rowOf(manager, entity, seen.id);
    const { covers } = await witnessed(manager, rows, update);
    const after = await findById(manager, entity, seen.id, what);
    checkAsMeant(manager, table, { ...changes, version: before.version + 1 }, after);
    await record(manager, entity, 'changed', { before, after, covers, reason });
    return after;
  });
}

/** @throws ConflictError with the current row, NotFoundError */
export async function deleteVersioned<T extends Versioned>(
  within: EntityManager,
  entity: EntityTarget<T>,
  seen: Seen,
  what: Message,
): Promise<void> {
  await within.transaction(async (manager) => {
    const before = await holdAsSeen(manager, entity, seen, what);
    const rows = await rowsWith(manager, tableOf(manager, entity), [seen.id]);
    const { covers } = await witnessed(manager, rows, () => manager.delete(entity, { id: seen.id }));
    await record(manager, entity, 'deleted', { before, after: null, covers });
  });
}

/** The row, held until the transaction ends. */
async function holdAsSeen<T extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  { id, version }: Seen,
  what: Message,
): Promise<T> {
  const where = { id } as FindOptionsWhere<T>;
  const row = await manager.findOne(entity, { where, lock: { mode: 'for_no_key_update' } });
  if (!row) throw new NotFoundError(what);
  if (row.version !== version) throw new ConflictError(row, row.version);
  return row;
}

const tableOf = (manager: EntityManager, entity: EntityTarget<ObjectLiteral>): string =>
  manager.dataSource.getMetadata(entity).tableName;

/** Where the log vouches for such rows. */
function rowOf(manager: EntityManager, entity: EntityTarget<ObjectLiteral>, id: string): Rows {
  const table = tableOf(manager, entity);
  return isVouched(table) ? { [table]: [id] } : {};
}

interface Change<T> extends Pick<Audited, 'covers' | 'reason'> {
  readonly before: T | null;
  readonly after: T | null;
}

async function record<T extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  what: 'created' | 'changed' | 'deleted',
  { before, after, ...said }: Change<T>,
): Promise<void> {
  const subjectType = tableOf(manager, entity);
  const row: Versioned | null = after ?? before;
  const departmentId = (subjectType === 'department' ? row?.id : row?.departmentId) as string | null | undefined;
  await recordInAuditLog(manager, {
    action: `${subjectType}.${what}`,
    subjectType,
    subjectId: row?.id,
    departmentId,
    before,
    after,
    ...said,
  });
}
