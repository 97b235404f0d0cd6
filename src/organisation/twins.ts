import type { EntityManager, EntityTarget, FindOptionsSelect, FindOptionsWhere } from 'typeorm';
import { printedKey } from '../domain/printed/printed-key.js';
import { nameHasTwin } from './errors.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * Refuses a name that another row of those has but for blanks, widths and capitals: people, and imported documents, take
 * the two for one. The very same name is the unique constraint's to refuse.
 * @throws DomainError `name-has-twin`
 */
export async function refuseTwin<Row extends Named>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  { id, name }: Named,
  among: FindOptionsWhere<Row> = {},
): Promise<void> {
  const select = { id: true, name: true } as FindOptionsSelect<Row>;
  const rows = await manager.find(entity, { select, where: among });
  const twin = rows.find((row) => row.id !== id && row.name !== name && key(row.name) === key(name));
  if (twin) throw nameHasTwin(twin.name);
}

const key = (name: string): string => printedKey(name).toLowerCase();
