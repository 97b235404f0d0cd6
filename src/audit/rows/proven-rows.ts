import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../common/canonical-json.js';
import { type AuditKey, sealingOf } from '../audit-key.js';
import type { ChangedLine } from '../covered-histories.js';

/**
 * Rows that let somebody in, or say what one person may do alone: too short-lived for a line of the log each, and believed at
 * once. Each has its own proof, made with the audit key: one that was put there, or altered, by SQL opens nothing. By table
 * what is proven, as columns by the names of the entity.
 */
const PROVEN = {
  // What decides who it is and what it may do; passwords, addresses and names the log vouches for.
  app_user: {
    ...{ id: 'id', createdAt: 'created_at', username: 'username', role: 'role', disabled: 'disabled' },
    ...{ departmentId: 'department_id', sectionIds: 'section_ids' },
    ...{ deputyId: 'deputy_id', awayFrom: 'away_from', awayUntil: 'away_until' },
    ...{ passwordChangedAt: 'password_changed_at', mustChangePassword: 'must_change_password' },
    ...{ oidcIssuer: 'oidc_issuer', oidcSubject: 'oidc_subject' },
  },
  sign_in_step: { tokenHash: 'token_hash', userId: 'user_id', expiresAt: 'expires_at' },
  user_session: { tokenHash: 'token_hash', userId: 'user_id', createdAt: 'created_at', secondFactor: 'second_factor' },
  api_token: {
    ...{ id: 'id', tokenHash: 'token_hash', userId: 'user_id', scope: 'scope', indicatorIds: 'indicator_ids' },
    ...{ expiresAt: 'expires_at', createdAt: 'created_at' },
  },
  pending_change: {
    ...{ id: 'id', kind: 'kind', userId: 'user_id', seenVersion: 'seen_version', payload: 'payload' },
    ...{ askedById: 'asked_by', askedAt: 'asked_at', effectiveAt: 'effective_at', expiresAt: 'expires_at' },
  },
} as const;
type RowOfProof = keyof typeof PROVEN;
const TABLES = Object.keys(PROVEN) as RowOfProof[];

/** What the proof of a row is made of. */
type Said<T extends RowOfProof> = Readonly<Record<keyof (typeof PROVEN)[T], unknown>>;
type Proven<T extends RowOfProof> = Said<T> & { readonly proof: string | null };

function textOf<T extends RowOfProof>(table: T, row: Said<T>): string {
  const names = Object.keys(PROVEN[table]) as (keyof (typeof PROVEN)[T])[];
  return `${table} ${canonicalJson(names.map((name) => row[name] ?? null))}`;
}

/** One that was left out of what was read proves nothing. */
const fits = <T extends RowOfProof>(key: AuditKey, table: T, row: Proven<T>): boolean =>
  typeof row.proof === 'string' && key.fits(row.proof, textOf(table, row));

/** The proof of a row that is being made, or changed, by the program. */
export const proofOf = <T extends RowOfProof>(manager: EntityManager, table: T, row: Said<T>): string =>
  sealingOf(manager.dataSource).key.seal(textOf(table, row));

/** Whether the program made the row as it is. */
export const isProven = <T extends RowOfProof>(manager: EntityManager, table: T, row: Proven<T>): boolean =>
  fits(sealingOf(manager.dataSource).key, table, row);

const keyOf = (table: RowOfProof): string => (table === 'sign_in_step' ? 'token_hash' : 'id::text');

/** @param keys null: all there are */
const rowsOf = <T extends RowOfProof>(
  manager: EntityManager,
  table: T,
  keys: readonly string[] | null = null,
): Promise<(Proven<T> & { rowKey: string })[]> =>
  manager.query(
    `SELECT ${keyOf(table)} AS "rowKey", proof, ${Object.entries(PROVEN[table])
      .map(([name, column]) => `${column} AS "${name}"`)
      .join(', ')} FROM ${table} WHERE $1::text[] IS NULL OR ${keyOf(table)} = ANY ($1) ORDER BY 1`,
    [keys],
  );

/** Believes what is there: once, where an upgrade finds rows of before, and where the key is another one from now on. */
export async function proveRowsFound(manager: EntityManager): Promise<void> {
  for (const table of TABLES) await prove(manager, table, null);
}

async function prove(manager: EntityManager, table: RowOfProof, keys: readonly string[] | null): Promise<void> {
  const rows = await rowsOf(manager, table, keys);
  const proofs = rows.map((row) => proofOf(manager, table, row));
  await manager.query(
    `UPDATE ${table} t SET proof = p.proof FROM unnest($1::text[], $2::text[]) AS p (key, proof) WHERE t.${keyOf(table)} = p.key`,
    [rows.map(({ rowKey }) => rowKey), proofs],
  );
}

/** After a change by the program. */
export async function proveAccounts(manager: EntityManager, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await prove(manager, 'app_user', ids);
}

/** Accounts that are not as the program left them. @param ids null: of all of them */
export async function alteredAccounts(manager: EntityManager, ids: readonly string[] | null): Promise<string[]> {
  if (ids?.length === 0) return [];
  const rows = await rowsOf(manager, 'app_user', ids);
  return rows.filter((row) => !isProven(manager, 'app_user', row)).map(({ rowKey }) => rowKey);
}

/** Rows that the program has not made as they are; accounts are named as rows that no line covers. */
export async function unprovenRows(manager: EntityManager, auditKey: AuditKey): Promise<ChangedLine[]> {
  const found: ChangedLine[] = [];
  for (const table of TABLES.filter((one) => one !== 'app_user')) {
    const rows = await rowsOf(manager, table);
    const others = rows.filter((row) => !fits(auditKey, table, row));
    found.push(...others.map(({ rowKey: key }): ChangedLine => ({ table, key, how: 'uncovered' })));
  }
  return found;
}
