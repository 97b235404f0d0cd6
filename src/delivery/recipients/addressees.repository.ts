import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../domain/roles.js';
import type { Addressee, Reader } from './addressee.js';

/** Whether servers take mail for it: no line break, no blank, not even a quoted one, one @ (SQL). */
const usable = (email: string): string =>
  `coalesce(mailbox(${email}) ~ '^[^[:space:][:cntrl:]@"<>,;]+@[^[:space:][:cntrl:]@"<>,;]+$', false)`;

/** An address without the blanks around it (SQL). */
const trimmed = (email: string): string => `btrim(${email}, E' \\t\\r\\n\\u00a0\\u3000')`;

// The contacts of an account are one person, written to at the first usable address among them, else at the account's.
const ADDRESSEES = `
  SELECT c.id, c.department_id AS "departmentId", c.section_id AS "sectionId", c.duty, c.name, c.user_id AS "userId",
         coalesce(box.email, '') AS email, coalesce(mailbox(box.email), c.user_id::text, c.id::text) AS person,
         coalesce(u.language, c.language) AS language, c.away_from AS "awayFrom", c.away_until AS "awayUntil",
         coalesce(stand_in.id, c.deputy_id) AS "deputyId",
         CASE WHEN u.disabled THEN 'account-disabled'
              WHEN robot.contact_id IS NOT NULL THEN NULL
              WHEN box.email IS NULL THEN 'without-address'
              WHEN refused.address IS NOT NULL THEN 'address-refused' END AS obstacle
  FROM contact c
  LEFT JOIN app_user u ON u.id = c.user_id
  LEFT JOIN chat_robot robot ON robot.contact_id = c.id
  LEFT JOIN LATERAL (
    SELECT ${trimmed('own.email')} AS email
    FROM (
      SELECT c.id, c.email WHERE c.user_id IS NULL
      UNION ALL SELECT of_account.id, of_account.email FROM contact of_account WHERE of_account.user_id = c.user_id AND of_account.active
      UNION ALL SELECT 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, u.email
    ) own WHERE ${usable('own.email')} ORDER BY own.id LIMIT 1
  ) box ON true
  LEFT JOIN refused_address refused ON refused.address = mailbox(box.email)
  LEFT JOIN LATERAL (
    SELECT d.id FROM contact d WHERE d.user_id = u.deputy_id AND d.active
    ORDER BY d.department_id = c.department_id DESC, d.id LIMIT 1
  ) stand_in ON true
  WHERE c.active AND ($1::uuid[] IS NULL OR c.id = ANY ($1))
  ORDER BY c.id`;

// Told of the installation, or of their account, as accounts: nobody has to enter them as contacts of a department.
const ACCOUNTS = `
  SELECT u.id, u.display_name AS name, coalesce(box.email, '') AS email, coalesce(mailbox(box.email), u.id::text) AS person,
         u.language,
         CASE WHEN box.email IS NULL THEN 'without-address'
              WHEN refused.address IS NOT NULL THEN 'address-refused' END AS obstacle
  FROM app_user u
  LEFT JOIN LATERAL (SELECT ${trimmed('u.email')} AS email WHERE ${usable('u.email')}) box ON true
  LEFT JOIN refused_address refused ON refused.address = mailbox(box.email)
  WHERE NOT u.disabled AND (u.id = ANY ($1) OR ($1::uuid[] IS NULL AND u.role = $2))
  ORDER BY u.id`;

@Injectable()
export class AddresseesRepository {
  /** The active contacts among these, or all there are. */
  find(manager: EntityManager, contactIds: readonly string[] | null): Promise<Addressee[]> {
    return manager.query(ADDRESSEES, [contactIds]);
  }

  /** Whoever has that role. */
  ofRole(manager: EntityManager, role: Role): Promise<Reader[]> {
    return manager.query(ACCOUNTS, [null, role]);
  }

  /** These accounts, as far as they are not disabled. */
  accounts(manager: EntityManager, ids: readonly string[]): Promise<Reader[]> {
    return manager.query(ACCOUNTS, [ids, null]);
  }
}
