import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../domain/calendar/month.js';

/** What is there and what lacks, of the fiscal year of a month. */
export interface Counts {
  readonly officeAccounts: number;
  /** Of reporters with sections. */
  readonly reporterAccounts: number;
  readonly headAccounts: number;
  readonly departments: number;
  /** Those that have targets, and nobody who could be reminded of them. */
  readonly departmentsWithoutContact: number;
  readonly sections: number;
  readonly contacts: number;
  readonly contactsWithoutAddress: number;
  /** Read, and not adopted yet. */
  readonly openDrafts: number;
  readonly sheets: number;
  readonly indicators: number;
  readonly indicatorsWithoutOwner: number;
  readonly refusedAddresses: number;
  readonly mailsSent: boolean;
}

const CONTACT = `SELECT FROM contact c LEFT JOIN app_user u ON u.id = c.user_id
  WHERE c.active AND coalesce(nullif(btrim(c.email), ''), u.email, '') <> ''`;

const COUNTS = `
  WITH asked AS (
    SELECT i.section_id FROM target_sheet s JOIN indicator i ON i.sheet_id = s.id
    JOIN indicator_in_force f ON f.indicator_id = i.id AND $1 >= f.from_month AND $1 < f.until_month
      AND (f.end_month IS NULL OR f.end_month >= $1)
    WHERE s.fiscal_year = left($1, 4)::int
  ), people AS (
    SELECT count(*)::int AS contacts,
           (count(*) FILTER (WHERE coalesce(nullif(btrim(c.email), ''), u.email, '') = ''))::int AS without_address
    FROM contact c LEFT JOIN app_user u ON u.id = c.user_id WHERE c.active
  )
  SELECT (SELECT count(*)::int FROM app_user WHERE role = 'performance-office' AND NOT disabled) AS "officeAccounts",
         (SELECT count(*)::int FROM app_user WHERE role = 'reporter' AND NOT disabled AND section_ids <> '{}')
           AS "reporterAccounts",
         (SELECT count(*)::int FROM app_user WHERE role = 'department-head' AND NOT disabled) AS "headAccounts",
         (SELECT count(*)::int FROM department) AS departments,
         (SELECT count(*)::int FROM department d
            WHERE EXISTS (SELECT FROM target_sheet s WHERE s.department_id = d.id AND s.fiscal_year = left($1, 4)::int)
              AND NOT EXISTS (${CONTACT} AND c.department_id = d.id)) AS "departmentsWithoutContact",
         (SELECT count(*)::int FROM section) AS sections,
         people.contacts, people.without_address AS "contactsWithoutAddress",
         (SELECT count(*)::int FROM document_import WHERE adopted_at IS NULL) AS "openDrafts",
         (SELECT count(*)::int FROM target_sheet WHERE fiscal_year = left($1, 4)::int) AS sheets,
         (SELECT count(*)::int FROM asked) AS indicators,
         (SELECT count(*)::int FROM asked WHERE section_id IS NULL) AS "indicatorsWithoutOwner",
         (SELECT count(*)::int FROM refused_address) AS "refusedAddresses",
         EXISTS (SELECT FROM mail WHERE state = 'sent') AS "mailsSent"
  FROM people`;

@Injectable()
export class FirstStepsRepository {
  async counts(manager: EntityManager, month: Month): Promise<Counts> {
    const [row]: [Counts] = await manager.query(COUNTS, [month]);
    return row;
  }
}
