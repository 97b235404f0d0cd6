import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Notification } from '../notification.entity.js';
import type { LedgerQuery } from './ledger.query.js';

/** Who is in a line: a contact, or of what concerns the machine and accounts an account. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** null: an account. */
  readonly departmentName: string | null;
}

const NAMES = `
  SELECT c.id, c.name, d.name AS "departmentName" FROM contact c JOIN department d ON d.id = c.department_id
  WHERE c.id = ANY ($1)
  UNION ALL
  SELECT u.id, u.display_name, NULL FROM app_user u WHERE u.id = ANY ($1)`;

// The few whose name fits come first: a province has 400,000 lines of them.
const PAGE = `
  WITH people AS MATERIALIZED (
    SELECT c.id FROM contact c JOIN department d ON d.id = c.department_id
    WHERE position(lower($3) IN lower(c.name)) > 0 OR position(lower($3) IN lower(d.name)) > 0
    UNION ALL
    SELECT u.id FROM app_user u WHERE position(lower($3) IN lower(u.display_name)) > 0
  )
  SELECT n.id FROM notification n JOIN mail m ON m.id = n.mail_id
  WHERE ($2::uuid IS NULL OR n.id < $2)
    AND ($3::text IS NULL OR n.contact_id IN (SELECT id FROM people) OR m.contact_id IN (SELECT id FROM people))
    AND ($4::text IS NULL OR n.rule = $4)
    AND ($5::text IS NULL OR m.state = $5)
    AND ($6::uuid IS NULL OR n.contact_id = $6)
  ORDER BY n.id DESC
  LIMIT $1`;

@Injectable()
export class LedgerRepository {
  /** With their mails, newest first. */
  async page(
    manager: EntityManager,
    limit: number,
    { cursor, search, rule, state, contactId }: Omit<LedgerQuery, 'limit'>,
  ): Promise<Notification[]> {
    const values = [limit, cursor ?? null, search ?? null, rule ?? null, state ?? null, contactId ?? null];
    const rows: { id: string }[] = await manager.query(PAGE, values);
    const where = { id: In(rows.map(({ id }) => id)) };
    return manager.find(Notification, { where, relations: { mail: true }, order: { id: 'DESC' } });
  }

  async names(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Named>> {
    const rows: Named[] = await manager.query(NAMES, [ids]);
    return new Map(rows.map((one) => [one.id, one]));
  }
}
