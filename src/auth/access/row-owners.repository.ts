import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Resource } from '../../common/access/access.decorator.js';

/** Department and sections that a row belongs to; an import that nobody's department made has none. */
export interface RowOwner {
  readonly departmentId: string | null;
  /** Several at a goal: of the indicators that show it; where none is linked yet, of those of its sheet. */
  readonly sectionIds: readonly string[];
}

const NO_SECTION = `'{}'::uuid[] AS "sectionIds"`;
const sectionOf = (column: string): string => `array_remove(ARRAY[${column}], NULL) AS "sectionIds"`;

const OWNERS: Record<Resource, string> = {
  department: `SELECT id AS "departmentId", ${NO_SECTION} FROM department WHERE id = $1`,
  'department-alias': `SELECT within_id AS "departmentId", ${NO_SECTION} FROM department_alias WHERE id = $1`,
  section: 'SELECT department_id AS "departmentId", ARRAY[id] AS "sectionIds" FROM section WHERE id = $1',
  contact: `SELECT department_id AS "departmentId", ${sectionOf('section_id')} FROM contact WHERE id = $1`,
  import: `SELECT department_id AS "departmentId", ${NO_SECTION} FROM document_import WHERE id = $1`,
  'import-batch': `SELECT department_id AS "departmentId", ${NO_SECTION} FROM import_batch WHERE id = $1`,
  'target-sheet': `SELECT department_id AS "departmentId", ${NO_SECTION} FROM target_sheet WHERE id = $1`,
  goal: `SELECT s.department_id AS "departmentId", ARRAY(
             SELECT DISTINCT i.section_id FROM indicator i
             WHERE i.section_id IS NOT NULL AND i.sheet_id = g.sheet_id
               AND (i.id = ANY (g.indicator_ids) OR g.indicator_ids = '{}')) AS "sectionIds"
         FROM goal g JOIN target_sheet s ON s.id = g.sheet_id WHERE g.id = $1`,
  indicator: `SELECT s.department_id AS "departmentId", ${sectionOf('i.section_id')}
              FROM indicator i JOIN target_sheet s ON s.id = i.sheet_id WHERE i.id = $1`,
  user: `SELECT department_id AS "departmentId", ${NO_SECTION} FROM app_user WHERE id = $1`,
  passkey: `SELECT u.department_id AS "departmentId", ${NO_SECTION}
            FROM passkey p JOIN app_user u ON u.id = p.user_id WHERE p.id = $1`,
  session: `SELECT u.department_id AS "departmentId", ${NO_SECTION}
            FROM user_session s JOIN app_user u ON u.id = s.user_id WHERE s.id = $1`,
  measure: `SELECT department_id AS "departmentId", ${sectionOf('section_id')} FROM measure WHERE id = $1`,
  evidence: `SELECT s.department_id AS "departmentId", ${sectionOf('i.section_id')} FROM evidence e
             JOIN indicator i ON i.id = e.indicator_id JOIN target_sheet s ON s.id = i.sheet_id WHERE e.id = $1`,
  report: `SELECT department_id AS "departmentId", ${NO_SECTION} FROM report WHERE id = $1`,
  'report-batch': `SELECT department_id AS "departmentId", ${NO_SECTION} FROM report_batch WHERE id = $1`,
  scenario: `SELECT s.department_id AS "departmentId", ${NO_SECTION}
             FROM scenario w JOIN target_sheet s ON s.id = w.sheet_id WHERE w.id = $1`,
};

/** Whose a row is: asked by the access guard for every route that names one. */
@Injectable()
export class RowOwnersRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(resource: Resource, id: string): Promise<RowOwner | null> {
    const [owner]: RowOwner[] = await this.dataSource.query(OWNERS[resource], [id]);
    return owner ?? null;
  }
}
