import { strangeGuards } from '../database/rights/guards.js';
import type { Looking } from './database-troubles.js';
import { trouble, type Trouble } from './trouble.js';

const SHOWN = 5;

/** What could swallow, change or date back what is written, or show something else in its place. */
export async function strangersInTheDatabase({ manager }: Looking): Promise<Trouble[]> {
  const names = await strangeGuards(manager);
  if (names.length === 0) return [];
  const some = names.slice(0, SHOWN).join(', ');
  return [
    trouble(
      'error',
      'audit-guards-changed',
      [
        `数据库中有外来的、被改动的、停用的或缺失的触发器、约束、默认值、规则、策略、视图或函数，或者有危险的设置、模式或权限：${some}。`,
        `Triggers, constraints, defaults, rules, policies, views or functions of the database are foreign, altered, switched off or missing, or a setting, a schema or a right is dangerous: ${some}.`,
      ],
      [
        '保留现场并告知审计员：此后写入的数据可能被吞掉或改动。查明由谁所为后，由数据库属主删除外来者、恢复被改动的，或从备份恢复。',
        'Leave everything as it is and tell the auditors: what was written since may be lost or altered. When it is known who did it, let the owner of the database drop what is foreign and put back what was altered, or restore a backup.',
      ],
    ),
  ];
}
