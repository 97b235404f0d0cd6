import { Logger } from '@nestjs/common';
import {
  type DataSource,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  In,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
} from 'typeorm';
import { canonicalJson } from '../common/canonical-json.js';
import { exact } from '../domain/exact.js';
import { valuesAltered } from './errors.js';

/** A write that the database stored otherwise, and that was not made. */
export interface AlteredWrite {
  readonly at: Date;
  readonly table: string;
  readonly fields: readonly string[];
}

const ALTERED = new WeakMap<DataSource, AlteredWrite>();

/** The last such write since this process started: the transaction is gone, and with it every other trace. */
export const lastAlteredWrite = (dataSource: DataSource): AlteredWrite | undefined => ALTERED.get(dataSource);

/**
 * What the database stored must be what the program meant: a trigger that is gone before anybody looks would else change
 * figures that the log then vouches for (ADR 19). Compared is what was meant in so many words, not what SQL computes.
 * @throws DomainError `values-altered`: the change is not to be made
 */
export function checkAsMeant(manager: EntityManager, table: string, meant: object, stored: object): void {
  const row = stored as Readonly<Record<string, unknown>>;
  const altered = Object.entries(meant).filter(
    ([name, value]) => row[name] !== undefined && !isStored(value, row[name]),
  );
  refuseAltered(
    manager,
    table,
    altered.map(([name]) => name),
  );
}

/**
 * What stands there otherwise than it was meant, or than the history has it, is not built upon, and is a trouble.
 * @param fields none: all is well
 * @throws DomainError `values-altered`
 */
export function refuseAltered(manager: EntityManager, table: string, fields: readonly string[]): void {
  if (fields.length === 0) return;
  ALTERED.set(manager.dataSource, { at: new Date(), table, fields });
  new Logger('Audit').error({ error: 'values-altered', table, fields });
  throw valuesAltered(table, fields);
}

/** Inserts rows that were made elsewhere, all of them as they are. @throws DomainError `values-altered` */
export async function insertAsMeant<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: (QueryDeepPartialEntity<T> & { id: string })[],
): Promise<void> {
  const copies = rows.map((row) => ({ ...row })); // TypeORM writes into them what the database says
  await manager.insert(entity, copies);
  const where = { id: In(rows.map(({ id }) => id)) } as FindOptionsWhere<T>;
  const stored = new Map((await manager.findBy(entity, where)).map((row) => [row.id, row]));
  const table = manager.dataSource.getMetadata(entity).tableName;
  for (const row of rows) checkAsMeant(manager, table, row, stored.get(row.id) ?? { id: null });
}

function isStored(meant: unknown, stored: unknown): boolean {
  if (meant === undefined || typeof meant === 'function') return true;
  if (meant === null || stored === null || stored === undefined) return meant === (stored ?? null);
  if (meant instanceof Date || stored instanceof Date) return timeOf(meant) === timeOf(stored);
  if (typeof meant === 'object') return textOf(meant) === textOf(stored);
  const [given, kept] = [lowerIds(wordOf(meant)), wordOf(stored)];
  return given === kept || (isDecimal(given) && isDecimal(kept) && exact(given).sub(exact(kept)).n === 0n);
}

/** Of a text, a number or a truth. */
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const timeOf = (at: unknown): number => new Date(at as Date | string).getTime();
/** As jsonb and arrays keep it: no undefined, no class. */
const textOf = (value: unknown): string => lowerIds(canonicalJson(JSON.parse(JSON.stringify(value))));
const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
/** uuids have no case. */
const lowerIds = (text: string): string =>
  text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, (id) => id.toLowerCase());
