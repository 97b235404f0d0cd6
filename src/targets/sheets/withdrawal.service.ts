import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { rowsWith, witnessed } from '../../audit/rows/witnessed.js';
import { stillInUse } from './errors.js';

interface Withdrawn {
  readonly id: string;
  readonly project: string | null;
  readonly departmentId: string;
  readonly history: readonly string[];
  readonly indicators: readonly string[];
}

/** Takes sheets out of the year again, as long as nobody has worked with them. */
@Injectable()
export class WithdrawalService {
  /**
   * All of them, or none, in the caller's transaction. What was adopted with a sheet goes with it.
   * @throws DomainError `still-in-use` that names what people have done: then a revision corrects the sheet
   */
  async withdraw(manager: EntityManager, ids: readonly string[], reason: string): Promise<void> {
    // Whoever enters something for a row holds it in place; so nothing can come in between this look and the end.
    await manager.query('SELECT id FROM target_sheet WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
    await manager.query('SELECT id FROM indicator WHERE sheet_id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
    await manager.query('SELECT id FROM goal WHERE sheet_id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
    const sheets: Withdrawn[] = await manager.query(
      `SELECT id, project, department_id AS "departmentId", sheet_history(id) AS history,
         indicators_worked_on(id) AS indicators
       FROM target_sheet WHERE id = ANY ($1) ORDER BY id`,
      [ids],
    );
    const used = sheets.filter(({ history }) => history.length > 0);
    if (used.length > 0) throw stillInUse(used);
    for (const { id, departmentId, project } of sheets) {
      const rows = await rowsWith(manager, 'target_sheet', [id]);
      const remove = () => manager.query('DELETE FROM target_sheet WHERE id = $1', [id]);
      const { covers } = await witnessed(manager, rows, remove);
      await recordInAuditLog(manager, {
        action: 'target_sheet.withdrawn',
        subjectType: 'target_sheet',
        subjectId: id,
        departmentId,
        before: { project },
        reason,
        covers,
      });
    }
  }
}
