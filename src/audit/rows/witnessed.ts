import type { EntityManager } from 'typeorm';
import { alteredAccounts, proveAccounts } from './proven-rows.js';
import { askedBy, isVouched, rowOf, tableOf, typeOf, VOUCHED_TABLES, type VouchedTable } from './vouched-tables.js';
import type { Covers } from '../history-lines.js';

/** Rows by what they are asked for by: ids, or names of policies. */
export type Rows = Partial<Record<VouchedTable, readonly string[]>>;

/** By table and key, the hashes of rows that are there. */
type Hashes = Partial<Record<VouchedTable, ReadonlyMap<string, string>>>;

/**
 * Does the work on these rows, and says of each what it was before and is after it: for the line of the log that tells of the
 * work. What somebody put there behind the service's back is so not vouched for by the next change, and an account that was
 * altered so is not proven by it.
 */
export async function witnessed<T>(
  manager: EntityManager,
  rows: Rows,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly covers: Covers | null }> {
  const before = await hashesOf(manager, rows);
  const altered = await alteredAccounts(manager, rows.app_user ?? []);
  const result = await work();
  await proveAccounts(
    manager,
    (rows.app_user ?? []).filter((id) => !altered.includes(id)),
  );
  return { result, covers: statements(before, await hashesOf(manager, rows)) };
}

/** What a line of the log says of rows that were made with it. */
export const madeRows = async (manager: EntityManager, rows: Rows): Promise<Covers | null> =>
  statements({}, await hashesOf(manager, rows));

/** The part of it that is about one row. */
export function coversOf(covers: Covers | null, table: VouchedTable, key: string): Covers | null {
  const said = covers?.[table]?.[key];
  return said === undefined ? null : { [table]: { [key]: said } };
}

/** These rows, and those that go or change with them when they are deleted, as their foreign keys have it. */
export async function rowsWith(manager: EntityManager, table: string, ids: readonly string[]): Promise<Rows> {
  const rows: Partial<Record<VouchedTable, readonly string[]>> = isVouched(table) ? { [table]: ids } : {};
  const references: { table: string; column: string }[] = await manager.query(REFERENCES, [table]);
  for (const { table: other, column } of references) {
    for (const name of VOUCHED_TABLES.filter((one) => tableOf(one) === other)) {
      const found: { id: string }[] = await manager.query(
        `SELECT DISTINCT ${askedBy(name)}::text AS id FROM ${other} h WHERE h.${column} = ANY ($1)`,
        [ids],
      );
      rows[name] = [...(rows[name] ?? []), ...found.map(({ id }) => id)];
    }
  }
  return rows;
}

const HELD = `
  SELECT id FROM app_user WHERE id = (SELECT user_id FROM contact WHERE id = $1 UNION ALL SELECT $1::uuid WHERE $2 LIMIT 1)
  FOR NO KEY UPDATE`;

/**
 * An account and its contacts, held: triggers give them the same days of absence.
 * @param table `app_user`, `contact`; of others the row alone
 */
export async function rowsAwayWith(manager: EntityManager, table: VouchedTable, id: string): Promise<Rows> {
  if (table !== 'app_user' && table !== 'contact') return { [table]: [id] };
  const [account]: { id: string }[] = await manager.query(HELD, [id, table === 'app_user']);
  if (!account) return { [table]: [id] };
  const contacts: { id: string }[] = await manager.query(
    'SELECT id FROM contact WHERE user_id = $1 ORDER BY id FOR NO KEY UPDATE',
    [account.id],
  );
  return { app_user: [account.id], contact: contacts.map((contact) => contact.id) };
}

const REFERENCES = `
  SELECT conrelid::regclass::text AS "table", attname AS "column"
  FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
  WHERE contype = 'f' AND confrelid = to_regclass($1) AND confdeltype IN ('c', 'n') AND cardinality(conkey) = 1`;

async function hashesOf(manager: EntityManager, rows: Rows): Promise<Hashes> {
  const hashes: Hashes = {};
  for (const [name, ids] of Object.entries(rows) as [VouchedTable, readonly string[]][]) {
    if (ids.length === 0) continue;
    const found: { key: string; hash: string }[] = await manager.query(
      `SELECT ${rowOf(name)} FROM ${tableOf(name)} h WHERE ${askedBy(name)} = ANY ($1::${typeOf(name)}[])`,
      [ids],
    );
    hashes[name] = new Map(found.map(({ key, hash }) => [key, hash]));
  }
  return hashes;
}

/** `before>after` of each row that differs; empty: it was not there, or is there no more. */
function statements(before: Hashes, after: Hashes): Covers | null {
  const covers: Record<string, Record<string, string>> = {};
  for (const table of VOUCHED_TABLES) {
    const [was, is] = [before[table], after[table]];
    for (const key of new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])) {
      const [then, now] = [was?.get(key) ?? '', is?.get(key) ?? ''];
      if (then !== now) (covers[table] ??= {})[key] = `${then}>${now}`;
    }
  }
  return Object.keys(covers).length > 0 ? covers : null;
}
