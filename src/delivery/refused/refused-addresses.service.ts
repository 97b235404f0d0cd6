import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { AddressChanges } from '../../organisation/address-changes.js';
import { RefusedAddress } from './refused-address.entity.js';

// Of a contact also those of its account and of the account's other contacts: they are one person. $1 is either's id.
const CLEAR = `
  WITH account AS (
    SELECT coalesce((SELECT user_id FROM contact WHERE id = $1), $1) AS id
  )
  DELETE FROM refused_address WHERE address IN (
    SELECT mailbox(u.email) FROM app_user u, account WHERE u.id = account.id
    UNION SELECT mailbox(c.email) FROM contact c, account WHERE c.id = $1 OR c.user_id = account.id)
  RETURNING address`;

const ACCOUNTS = `
  SELECT u.id AS "userId", r.reply, r.refused_at AS "refusedAt"
  FROM refused_address r JOIN app_user u ON mailbox(u.email) = r.address AND NOT u.disabled
  ORDER BY u.id`;

/** An account that gets no mail. */
export interface RefusedAccount {
  readonly userId: string;
  /** What the server said, without addresses. */
  readonly reply: string | null;
  readonly refusedAt: Date;
}

const DEPARTMENTS = `
  SELECT DISTINCT c.department_id AS id FROM contact c LEFT JOIN app_user u ON u.id = c.user_id
  WHERE c.active AND (mailbox(c.email) = ANY ($1) OR mailbox(u.email) = ANY ($1))`;

const IN_USE = `
  SELECT count(*)::int AS addresses FROM refused_address r
  WHERE EXISTS (SELECT FROM contact c LEFT JOIN app_user u ON u.id = c.user_id
                WHERE mailbox(c.email) = r.address AND c.active AND u.disabled IS NOT TRUE)
     OR EXISTS (SELECT FROM app_user u WHERE mailbox(u.email) = r.address AND NOT u.disabled)`;

/** Of how many addresses that somebody has it was said for good that they take no mail: those of former people wait for nobody. */
export async function refusedInUse(manager: EntityManager): Promise<number> {
  const [row]: { addresses: number }[] = await manager.query(IN_USE);
  return row?.addresses ?? 0;
}

/** Addresses that were refused for good. Written with the try that was refused (mail.repository.ts). */
@Injectable()
export class RefusedAddresses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: AddressChanges,
  ) {}

  async has(manager: EntityManager, address: string): Promise<boolean> {
    return manager.existsBy(RefusedAddress, { address: address.toLowerCase() });
  }

  accounts(): Promise<RefusedAccount[]> {
    return this.dataSource.manager.query(ACCOUNTS);
  }

  /** From now on the addresses of the contact, or of the account, are asked again. */
  async clear(subjectType: 'contact' | 'app_user', id: string): Promise<void> {
    const departments = await this.dataSource.transaction(async (manager) => {
      const [cleared]: [{ address: string }[], number] = await manager.query(CLEAR, [id]);
      if (cleared.length === 0) return [];
      const [owner]: { departmentId: string | null }[] = await manager.query(
        `SELECT department_id AS "departmentId" FROM ${subjectType} WHERE id = $1`,
        [id],
      );
      const event = { action: `${subjectType}.refusal_cleared`, subjectType, subjectId: id };
      await recordInAuditLog(manager, { ...event, departmentId: owner?.departmentId ?? null });
      const rows: { id: string }[] = await manager.query(DEPARTMENTS, [cleared.map(({ address }) => address)]);
      return rows.map((row) => row.id);
    });
    await this.changes.publish(departments);
  }
}
