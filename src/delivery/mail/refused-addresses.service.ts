import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { Contact } from '../../organisation/contact.entity.js';
import { RefusedAddress } from './refused-address.entity.js';

const DEPARTMENTS = `
  SELECT DISTINCT c.department_id AS id FROM contact c LEFT JOIN app_user u ON u.id = c.user_id
  WHERE c.active AND mailbox($1) IN (mailbox(c.email), mailbox(u.email))`;

/** Addresses that were refused for good. Written with the try that was refused (mail.repository.ts). */
@Injectable()
export class RefusedAddresses {
  constructor(private readonly dataSource: DataSource) {}

  async has(manager: EntityManager, address: string): Promise<boolean> {
    return manager.existsBy(RefusedAddress, { address: address.toLowerCase() });
  }

  /** From now on the contact's address is asked again. @returns the departments of all who have it */
  async clear(contactId: string): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      const { email, departmentId } = await manager.findOneByOrFail(Contact, { id: contactId });
      const { affected } = await manager.delete(RefusedAddress, { address: email.toLowerCase() });
      const event = { action: 'contact.refusal_cleared', subjectType: 'contact', subjectId: contactId, departmentId };
      if (affected) await recordInAuditLog(manager, event);
      const rows: { id: string }[] = affected ? await manager.query(DEPARTMENTS, [email]) : [];
      return rows.map(({ id }) => id);
    });
  }
}
