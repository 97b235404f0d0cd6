import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { Contact } from '../../organisation/contact.entity.js';
import { RefusedAddress } from './refused-address.entity.js';

// Whoever has a robot is reached through it, whatever becomes of the address.
const UNREACHED = `
  SELECT c.id FROM contact c JOIN refused_address r ON r.address = lower(c.email)
  WHERE c.id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM chat_robot b WHERE b.contact_id = c.id)`;

/** Addresses that were refused for good. Written with the try that was refused (mail.repository.ts). */
@Injectable()
export class RefusedAddresses {
  constructor(private readonly dataSource: DataSource) {}

  async has(manager: EntityManager, address: string): Promise<boolean> {
    return manager.existsBy(RefusedAddress, { address: address.toLowerCase() });
  }

  /** Those of the contacts whom no message reaches: their address was refused, and they have no chat robot. @returns ids */
  async unreached(manager: EntityManager, contactIds: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await manager.query(UNREACHED, [contactIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** From now on the contact's address is asked again. */
  async clear(contactId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { email, departmentId } = await manager.findOneByOrFail(Contact, { id: contactId });
      const { affected } = await manager.delete(RefusedAddress, { address: email.toLowerCase() });
      const event = { action: 'contact.refusal_cleared', subjectType: 'contact', subjectId: contactId, departmentId };
      if (affected) await recordInAuditLog(manager, event);
    });
  }
}
