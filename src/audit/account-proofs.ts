import type { EntityManager } from 'typeorm';
import type { AuditKey } from './audit-key.js';
import type { ChangedLine } from './covered-histories.js';

/**
 * What no line may say of an account or a contact in clear, with its column (by names that are not masked): a line that sets it has its proof, made with the
 * audit key.
 */
const COLUMNS = { password: 'password_hash', address: 'email', telephone: 'phone' } as const;
type Proven = keyof typeof COLUMNS;
type Row = Readonly<Partial<Record<Proven, string | null>>> & { readonly id: string };

const PROVEN_OF = {
  app_user: { name: 'account', proven: ['password', 'address'] },
  contact: { name: 'contact', proven: ['address', 'telephone'] },
} as const satisfies Record<string, { readonly name: string; readonly proven: readonly Proven[] }>;
export type ProvenTable = keyof typeof PROVEN_OF;
export const PROVEN_TABLES = Object.keys(PROVEN_OF) as ProvenTable[];

const isProven = (table: string): table is ProvenTable => table in PROVEN_OF;

/** The action of a line that says all of it as it is: where the log has another key from now on. */
export const provenOf = (table: ProvenTable): string => `${table}.proven`;
export const REHASHED = 'app_user.password-rehashed';

const SETS: Readonly<Record<string, readonly Proven[]>> = {
  'app_user.created': ['password', 'address'],
  'app_user.password-reset': ['password'],
  'app_user.password-changed': ['password'],
  [REHASHED]: ['password'],
  [provenOf('app_user')]: ['password', 'address'],
  'contact.created': ['address', 'telephone'],
  [provenOf('contact')]: ['address', 'telephone'],
};

interface Line {
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string | null;
  readonly before?: object | null;
  readonly after?: object | null;
}

const textOf = (table: ProvenTable, what: Proven, row: Row): string =>
  `${PROVEN_OF[table].name} ${row.id} ${what} ${row[what] ?? ''}`;

const columnsOf = (table: ProvenTable): string =>
  PROVEN_OF[table].proven.map((what) => `t.${COLUMNS[what]} AS ${what}`).join(', ');

/** What the line sets: one that changes something else must not vouch for what was put there behind the service's back. */
function setBy({ action, before, after }: Line): readonly Proven[] {
  if (!/^(app_user|contact)\.changed$/.test(action) || !before || !after) return SETS[action] ?? [];
  const [was, is] = [before, after] as Readonly<Record<string, unknown>>[];
  const differs = (field: string): boolean => was?.[field] !== is?.[field];
  return [
    ...(differs('oidcSubject') ? ['password' as const] : []),
    ...(differs('email') ? ['address' as const] : []),
    ...(differs('phone') ? ['telephone' as const] : []),
  ];
}

/** The line with the proofs of what it sets; one that is said again has its own. */
export async function withProofs<T extends Line>(manager: EntityManager, key: AuditKey, line: T): Promise<T> {
  const { subjectType: table } = line;
  const sets = setBy(line);
  if (sets.length === 0 || !isProven(table) || !line.subjectId || (line.after && 'proofs' in line.after)) return line;
  const [row]: Row[] = await manager.query(`SELECT t.id, ${columnsOf(table)} FROM ${table} t WHERE t.id = $1`, [
    line.subjectId,
  ]);
  if (!row) return line;
  const proofs = Object.fromEntries(sets.map((what) => [what, key.seal(textOf(table, what, row))]));
  return { ...line, after: { ...line.after, proofs } };
}

// What a former key has proved is not known any more.
const proofsOf = (table: ProvenTable): string => `
  SELECT t.id, ${columnsOf(table)}, said.what, said.proof
  FROM ${table} t JOIN (
    SELECT DISTINCT ON (subject_id, p.key) subject_id, p.key AS what, p.value AS proof
    FROM audit_event CROSS JOIN LATERAL jsonb_each_text(after -> 'proofs') AS p
    WHERE subject_type = '${table}' AND after ? 'proofs' AND ($1::uuid IS NULL OR subject_id = $1::uuid::text)
    ORDER BY subject_id, p.key, position DESC) AS said ON said.subject_id = t.id::text
  WHERE $1::uuid IS NULL OR t.id = $1 ORDER BY t.id, said.what`;

const UNKNOWN = `
  SELECT id FROM app_user u WHERE created_at >= (SELECT min(at) FROM audit_event)
    AND NOT EXISTS (SELECT FROM audit_event WHERE subject_type = 'app_user' AND subject_id = u.id::text) ORDER BY id`;

/** Whose password or address is not the one that was set last. @param id null: of all of them */
export async function strayedProofs(
  manager: EntityManager,
  key: AuditKey,
  table: ProvenTable,
  id: string | null = null,
): Promise<ChangedLine[]> {
  const rows: (Row & { what: Proven; proof: string })[] = await manager.query(proofsOf(table), [id]);
  return rows
    .filter((row) => key.isOf(row.proof) && !key.fits(row.proof, textOf(table, row.what, row)))
    .map((row) => ({ table, key: row.id, how: 'strayed', columns: COLUMNS[row.what] }));
}

/** Accounts of the time of the log of which it has no line at all: nobody made them by the program. */
export async function unknownAccounts(manager: EntityManager): Promise<ChangedLine[]> {
  const rows: { id: string }[] = await manager.query(UNKNOWN);
  return rows.map(({ id }) => ({ table: 'app_user', key: id, how: 'uncovered' }));
}

interface LinkedIdentity {
  readonly issuer: string | null;
  readonly subject: string | null;
}

/** Lines that link an account also prove its password, which goes with that. */
const LINKED = `
  SELECT after ->> 'oidcIssuer' AS issuer, after ->> 'oidcSubject' AS subject FROM audit_event
  WHERE subject_type = 'app_user' AND subject_id = $1::uuid::text AND after ? 'proofs' AND after ? 'oidcSubject'
  ORDER BY position DESC LIMIT 1`;

/** Which identity at the provider an account was linked to last; null: no line says. */
export async function linkedIdentity(manager: EntityManager, id: string): Promise<LinkedIdentity | null> {
  const [linked]: LinkedIdentity[] = await manager.query(LINKED, [id]);
  return linked ?? null;
}
