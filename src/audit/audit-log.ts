import { createHash } from 'node:crypto';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import { AuditEvent } from './audit-event.entity.js';
import { whoActs } from '../common/access/acting.js';
import { canonicalJson } from '../common/canonical-json.js';
import { masked } from '../common/personal-data.js';

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
  /** Where it is not the one who acts, as at sign-in. */
  readonly actor?: { readonly userId: string | null; readonly name: string };
}

/** Lines are added one after the other: two at once would both follow the same line. */
const CHAIN_LOCK = 5_204_032;

/** As `recordAllInAuditLog`, one. */
export const recordInAuditLog = (within: EntityManager, event: Audited): Promise<void> =>
  recordAllInAuditLog(within, [event]);

/**
 * Adds lines to the audit log in the transaction of the change: all are kept, or none. To be called last: until that
 * transaction ends, every other change waits.
 */
export async function recordAllInAuditLog(within: EntityManager, events: readonly Audited[]): Promise<void> {
  if (events.length === 0) return;
  await within.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [last] = await manager.find(AuditEvent, { order: { position: 'DESC' }, take: 1 });
    const [{ at }]: [{ at: Date }] = await manager.query('SELECT clock_timestamp() AS at');
    let { position, hash } = last ?? { position: '0', hash: '' };
    const lines = events.map((event) => {
      const line = lineOf(event, String(BigInt(position) + 1n), at);
      position = line.position;
      hash = hashOfLine(line, hash);
      return { ...line, hash };
    });
    await manager.insert(AuditEvent, lines as QueryDeepPartialEntity<AuditEvent>[]);
  });
}

const lineOf = ({ actor = whoActs(), ...event }: Audited, position: string, at: Date): Omit<AuditEvent, 'hash'> => ({
  position,
  at,
  actorId: actor.userId,
  actor: actor.name,
  action: event.action,
  subjectType: event.subjectType,
  subjectId: event.subjectId ?? null,
  departmentId: event.departmentId ?? null,
  before: plainCopy(event.before),
  after: plainCopy(event.after),
  reason: event.reason ?? null,
});

/** What a line's hash has to be, given the hash of the line before it: SHA-256, hexadecimal, over RFC 8785 JSON. */
export function hashOfLine({ at, ...content }: Omit<AuditEvent, 'hash'>, previous: string): string {
  const line = canonicalJson({ ...content, at: at.toISOString(), previous });
  return createHash('sha256').update(line).digest('hex');
}

/** As the database will give it back: no class, no Date, no undefined; and no telephone number or mail address. */
const plainCopy = (value: object | null | undefined): Record<string, unknown> | null =>
  value ? (JSON.parse(JSON.stringify(masked(value))) as Record<string, unknown>) : null;
