import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { DomainError, type Message } from '../../domain/domain-error.js';

/** What the database function `sheet_history` says that people have done with a sheet. */
const WORK: Readonly<Record<string, Message>> = {
  entries: { zh: '月度填报', en: 'monthly entries' },
  evidence: { zh: '佐证资料', en: 'evidence' },
  'goal-progress': { zh: '目标进展', en: 'progress of goals' },
  spending: { zh: '预算执行数', en: 'spending' },
  revisions: { zh: '目标修订', en: 'revisions' },
  overrides: { zh: '复核调整', en: 'adjusted scores' },
  reports: { zh: '已发布的报告', en: 'issued reports' },
};

interface Withdrawn {
  readonly id: string;
  readonly name: string | null;
  readonly departmentId: string;
  readonly history: readonly string[];
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
      `SELECT id, project AS name, department_id AS "departmentId", sheet_history(id) AS history
       FROM target_sheet WHERE id = ANY ($1) ORDER BY id`,
      [ids],
    );
    const used = sheets.filter(({ history }) => history.length > 0);
    if (used.length > 0) throw inUse(used);
    await manager.query('DELETE FROM target_sheet WHERE id = ANY ($1)', [ids]);
    for (const { id, departmentId, name } of sheets) {
      await recordInAuditLog(manager, {
        action: 'target_sheet.withdrawn',
        subjectType: 'target_sheet',
        subjectId: id,
        departmentId,
        before: { project: name },
        reason,
      });
    }
  }
}

function inUse(sheets: readonly Withdrawn[]): DomainError {
  const said = (language: keyof Message): string =>
    sheets
      .map(({ name, history }) => {
        const done = history.map((kind) => WORK[kind]?.[language] ?? kind).join(language === 'zh' ? '、' : ', ');
        return language === 'zh' ? `“${name ?? '部门整体'}”已有${done}` : `“${name ?? 'whole department'}” has ${done}`;
      })
      .join(language === 'zh' ? '；' : '; ');
  return new DomainError('conflict', 'still-in-use', {
    zh: `不能撤销采用：${said('zh')}。请通过修订更正目标表。`,
    en: `The adoption cannot be undone: ${said('en')}. Correct the sheet by a revision.`,
  });
}
