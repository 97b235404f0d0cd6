import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { withProofs } from './account-proofs.js';
import { AuditEvent } from './audit-event.entity.js';
import { sealingOf } from './audit-key.js';
import { auditLinesLost } from './errors.js';
import type { Covers } from './history-lines.js';
import { whoActs } from '../common/access/acting.js';
import { type Asking, whoAsks } from '../common/access/asking.js';
import { canonicalJson } from '../common/canonical-json.js';
import { masked } from '../common/personal-data.js';

/** The line that closes what was written without this key: from there on every line is sealed with it. */
export const SEALED = 'audit_log.sealed';

/** Something worth keeping for ever. Never a password or a token. */
export interface Audited {
  /** Such as `app_user.created`, `session.refused`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string | null;
  readonly departmentId?: string | null;
  readonly before?: object | null;
  readonly after?: object | null;
  readonly reason?: string | null;
  /** Lines of histories that were written with it: from then on `verify` finds whether one of them is changed. */
  readonly covers?: Covers | null;
  /** Where it is not the one who acts, as at sign-in. */
  readonly actor?: { readonly userId: string | null; readonly name: string };
  /** Where the request has not reached its route yet. */
  readonly asking?: Asking;
}

/** A line as it is hashed. */
export type AuditContent = Omit<AuditEvent, 'hash' | 'seal'>;

// Counted, since a trigger or rule of somebody's could let a line fall without a word.
const INSERT = `
  WITH added AS (INSERT INTO audit_event (position, at, actor_id, actor, action, subject_type, subject_id, department_id, before, after,
                           reason, address, request_id, covers, hash, seal)
  SELECT position, at, "actorId", actor, action, "subjectType", "subjectId", "departmentId", before, after,
         reason, address, "requestId", covers, hash, seal
  FROM jsonb_to_recordset($1::jsonb) AS line (
    position bigint, at timestamptz, "actorId" uuid, actor text, action text, "subjectType" text, "subjectId" text,
    "departmentId" uuid, before jsonb, after jsonb, reason text, address text, "requestId" text, covers jsonb, hash text,
    seal text) RETURNING 1)
  SELECT count(*)::int AS lines FROM added`;

/** The last line of that kind. */
export const lastAudited = (manager: EntityManager, action: string): Promise<AuditEvent | null> =>
  manager.findOne(AuditEvent, { where: { action }, order: { position: 'DESC' } });

/** As `recordAllInAuditLog`, one. */
export const recordInAuditLog = (within: EntityManager, event: Audited): Promise<void> =>
  recordAllInAuditLog(within, [event]);

/**
 * Adds lines to the audit log in the transaction of the change: all are kept, or none. To be called last: until that
 * transaction ends, every other change waits.
 * @throws DomainError `audit-lines-lost`: the change is not to be made
 */
export async function recordAllInAuditLog(within: EntityManager, events: readonly Audited[]): Promise<void> {
  if (events.length === 0) return;
  // Where a transaction is open already, one inside it would cost two round trips and change nothing.
  if (within.queryRunner?.isTransactionActive) await append(within, events);
  else await within.transaction((manager) => append(manager, events));
}

/** Two at once would both follow the same line: the tail is held until the transaction ends. */
async function append(manager: EntityManager, events: readonly Audited[]): Promise<void> {
  const sealing = sealingOf(manager.dataSource);
  const proven: Audited[] = [];
  for (const event of events) proven.push(await withProofs(manager, sealing.key, event));
  const [tail]: { position: string; hash: string; at: Date }[] = await manager.query('SELECT * FROM hold_audit_tail()');
  if (!tail) throw new Error('the audit log has no end');
  let { position, hash } = tail;
  const lines = proven.map((event) => {
    const line = lineOf(event, String(BigInt(position) + 1n), tail.at);
    position = line.position;
    hash = hashOfLine(line, hash);
    return { ...line, hash, seal: sealing.key.seal(hash) };
  });
  const [added]: { lines: number }[] = await manager.query(INSERT, [JSON.stringify(lines)]);
  if (added?.lines !== lines.length) throw auditLinesLost(lines.length, added?.lines ?? 0);
  sealing.grew();
}

function lineOf(event: Audited, position: string, at: Date): AuditContent {
  const { actor = whoActs(), asking = whoAsks() } = event;
  return {
    position,
    at,
    actorId: actor.userId,
    actor: actor.name,
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId ?? null,
    departmentId: event.departmentId ?? null,
    ...sidesOf(event),
    reason: event.reason ?? null,
    address: asking.address,
    requestId: asking.requestId,
    covers: event.covers ?? null,
  };
}

/**
 * What a line's hash has to be, given the hash of the line before it: SHA-256, hexadecimal, over RFC 8785 JSON. What earlier
 * versions did not know is left out where it is null, so that their lines still fit.
 */
export function hashOfLine({ at, address, requestId, covers, ...content }: AuditContent, previous: string): string {
  const since = { address: address ?? undefined, requestId: requestId ?? undefined, covers: covers ?? undefined };
  const line = canonicalJson({ ...content, ...since, at: at.toISOString(), previous });
  return createHash('sha256').update(line).digest('hex');
}

/** Nothing personal; where both sides look the same under their masks, such as two addresses, `changedUnderMask` names them. */
function sidesOf(event: Audited): Pick<AuditContent, 'before' | 'after'> {
  const [was, is] = [plainCopy(event.before), plainCopy(event.after)];
  const [before, after] = [masked(was), masked(is)];
  if (!was || !is || !before || !after) return { before, after };
  const hidden = Object.keys(is).filter((key) => isSame(before[key], after[key]) && !isSame(was[key], is[key]));
  return { before, after: hidden.length > 0 ? { ...after, changedUnderMask: hidden } : after };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** As the database will give it back: no class, no Date, no undefined. */
const plainCopy = (value: object | null | undefined): Record<string, unknown> | null =>
  value ? (JSON.parse(JSON.stringify(value)) as Record<string, unknown>) : null;
