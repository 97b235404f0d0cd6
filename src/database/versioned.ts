import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { ConflictError, type Message, NotFoundError } from '../domain/domain-error.js';

interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
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

/**
 * Changes a row only if it still is as the caller saw it. `save()` would write a stale version back over a newer one.
 * @throws ConflictError with the current row, NotFoundError
 */
export async function updateVersioned<T extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  { id, version }: { id: string; version: number | null },
  changes: object,
  what: Message,
): Promise<T> {
  const { affected } = await manager
    .createQueryBuilder()
    .update(entity)
    .set({ ...changes, version: () => 'version + 1' } as unknown as QueryDeepPartialEntity<T>)
    .where('id = :id AND version = :version', { id, version })
    .execute();
  const current = await findById(manager, entity, id, what);
  if (!affected) throw new ConflictError(current, current.version);
  return current;
}

/** @throws ConflictError with the current row, NotFoundError */
export async function deleteVersioned<T extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  { id, version }: { id: string; version: number | null },
  what: Message,
): Promise<void> {
  const deletion = manager.createQueryBuilder().delete().from(entity);
  const { affected } = await deletion.where('id = :id AND version = :version', { id, version }).execute();
  if (affected) return;
  const current = await findById(manager, entity, id, what);
  throw new ConflictError(current, current.version);
}
