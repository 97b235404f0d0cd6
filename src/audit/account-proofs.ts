import type { EntityManager } from 'typeorm';
import type { AuditKey } from './audit-key.js';
import type { ChangedLine } from './covered-histories.js';

/** What no line may say of an account in clear, with its column: a line that sets it has its proof, made with the audit key. */
const COLUMNS = { password: 'password_hash', address: 'email' } as const;
type Proven = keyof typeof COLUMNS;
type Row = Readonly<Record<Proven, string | null>> & { readonly id: string };

/** Says both as they are: where the log has another key from now on. */
export const PROVEN = 'app_user.proven';
export const REHASHED = 'app_user.password-rehashed';

const SETS: Readonly<Record<string, readonly Proven[]>> = {
  'app_user.created': ['password', 'address'],
  'app_user.password-reset': ['password'],
  'app_user.password-changed': ['password'],
  [REHASHED]: ['password'],
  [PROVEN]: ['password', 'address'],
};

interface Line {
  readonly action: string;
  readonly subjectId?: string | null;
  readonly before?: object | null;
  readonly after?: object | null;
}

const textOf = (what: Proven, row: Row): string => `account ${row.id} ${what} ${row[what] ?? ''}`;

/** What the line sets: one that changes something else must not vouch for what was put there behind the service's back. */
function setBy({ action, before, after }: Line): readonly Proven[] {
  if (action !== 'app_user.changed' || !before || !after) return SETS[action] ?? [];
  const [was, is] = [before, after] as Readonly<Record<string, unknown>>[];
  const differs = (field: string): boolean => was?.[field] !== is?.[field];
  return [...(differs('oidcSubject') ? ['password' as const] : []), ...(differs('email') ? ['address' as const] : [])];
}

/** The line with the proofs of what it sets; one that is said again has its own. */
export async function withProofs<T extends Line>(manager: EntityManager, key: AuditKey, line: T): Promise<T> {
  const sets = setBy(line);
  if (sets.length === 0 || !line.subjectId || (line.after && 'proofs' in line.after)) return line;
  const [row]: Row[] = await manager.query(
    'SELECT id, password_hash AS password, email AS address FROM app_user WHERE id = $1',
    [line.subjectId],
  );
  if (!row) return line;
  const proofs = Object.fromEntries(sets.map((what) => [what, key.seal(textOf(what, row))]));
  return { ...line, after: { ...line.after, proofs } };
}

// What a former key has proved is not known any more.
const PROOFS = `
  SELECT u.id, u.password_hash AS password, u.email AS address, said.what, said.proof
  FROM app_user u JOIN (
    SELECT DISTINCT ON (subject_id, p.key) subject_id, p.key AS what, p.value AS proof
    FROM audit_event CROSS JOIN LATERAL jsonb_each_text(after -> 'proofs') AS p
    WHERE subject_type = 'app_user' AND after ? 'proofs'
    ORDER BY subject_id, p.key, position DESC) AS said ON said.subject_id = u.id::text
  WHERE $1::uuid IS NULL OR u.id = $1 ORDER BY u.id, said.what`;

const UNKNOWN = `
  SELECT id FROM app_user u WHERE created_at >= (SELECT min(at) FROM audit_event)
    AND NOT EXISTS (SELECT FROM audit_event WHERE subject_type = 'app_user' AND subject_id = u.id::text) ORDER BY id`;

/** Whose password or address is not the one that was set last. @param id null: of all accounts */
export async function strayedAccounts(
  manager: EntityManager,
  key: AuditKey,
  id: string | null = null,
): Promise<ChangedLine[]> {
  const rows: (Row & { what: Proven; proof: string })[] = await manager.query(PROOFS, [id]);
  return rows
    .filter((row) => key.isOf(row.proof) && !key.fits(row.proof, textOf(row.what, row)))
    .map((row) => ({ table: 'app_user', key: row.id, how: 'strayed', columns: COLUMNS[row.what] }));
}

/** Accounts of the time of the log of which it has no line at all: nobody made them by the program. */
export async function unknownAccounts(manager: EntityManager): Promise<ChangedLine[]> {
  const rows: { id: string }[] = await manager.query(UNKNOWN);
  return rows.map(({ id }) => ({ table: 'app_user', key: id, how: 'uncovered' }));
}
