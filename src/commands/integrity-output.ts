import type { AuditHead } from '../audit/audit-head.js';
import type { ChainState } from '../audit/chain-check.js';
import type { RowsFound } from '../audit/rows/row-statements.js';
import type { AuditCheckpoint } from '../audit/shortening/audit-checkpoint.entity.js';
import type { Integrity } from '../backup/integrity.service.js';
import { auditLogAltered, filesDamaged, guardsStrange, historiesAltered, reportsAltered } from './errors.js';
import { note, say } from './console-output.js';

export function tellIntegrity({ audit, files, reports }: Integrity): void {
  if (audit.broken === null) {
    note(say(`审计日志 ${audit.lines} 行，完整无改动。`, `Audit log: ${audit.lines} lines, none altered.`));
    if (audit.checkpoint) note(begins(audit.checkpoint));
  }
  if (audit.histories.changed.length === 0) {
    const { checked } = audit.histories;
    note(
      say(
        `历史记录 ${checked} 行，与审计日志一致；填报、预算、目标表、指标、年度目标、复核得分、单位和股室、联系人（含邮箱）、账号（含密码与邮箱）的当前值与其最新记录一致；登录、令牌和待复核的变更均由本程序生成。其他表不在核验范围。`,
        `Histories: ${checked} lines, as the audit log has them; entries, budgets, sheets, indicators, goals, reviewed scores, departments and sections, contacts and accounts, with passwords and addresses, ` +
          'are as their newest lines say; sessions, tokens and waiting changes were made by the program. Other tables were not looked at.',
      ),
    );
    if (audit.found && audit.found.count > 0) note(asFound(audit.found));
  }
  if (files.damaged.length === 0) {
    note(say(`文件 ${files.checked} 个，与登记一致。`, `Files: ${files.checked}, all there and none altered.`));
  }
  if (reports.altered.length === 0) {
    note(say(`报告 ${reports.checked} 份，与校验码一致。`, `Reports: ${reports.checked}, none altered.`));
  }
}

const asFound = ({ at, count }: RowsFound): string =>
  say(
    `其中 ${count} 行在 ${at.toISOString()} 之前已存在：升级（或更换密钥）时按当时的样子登记，此前是否被改动无从得知。`,
    `Of these, ${count} rows are older than ${at.toISOString()}: they are as an upgrade, or a new key, found them then; whether somebody had changed them before nobody can say.`,
  );

const begins = ({ position, head }: AuditCheckpoint): string =>
  say(
    `它自第 ${BigInt(position) + 1n} 行起：之前的行已到期删除，检查点封签完好（${head.day} 的首部记录为第 ${head.position} 行）。`,
    `It begins with line ${BigInt(position) + 1n}: those before it were dropped when their time was over, and the checkpoint is sealed (head of ${head.day}: line ${head.position}).`,
  );

/** Which one it was: a head of long ago says little of what came later. */
export const tellHead = ({ position, day }: AuditHead, { checkpoint }: ChainState): void => {
  if (checkpoint && BigInt(position) < BigInt(checkpoint.position)) {
    note(
      say(
        `所给首部记录（${day}，第 ${position} 行）所指的行已到期删除，无法比对；请用较新的首部记录。`,
        `The line that the given head names (${day}, line ${position}) was dropped when its time was over: nothing was compared with it. Take a later head.`,
      ),
    );
    return;
  }
  note(
    say(
      `所给首部记录（${day}，第 ${position} 行）与审计日志相符。`,
      `The audit log leads to the head that was given (${day}, line ${position}).`,
    ),
  );
};

/** @throws DomainError that names what is damaged; where there are several kinds, all of them in one */
export function refuseDamage({ audit, guards, files, reports }: Integrity): void {
  const errors = [
    ...[audit.broken, ...audit.more].flatMap((one) => (one === null ? [] : [auditLogAltered(one)])),
    ...(audit.histories.changed.length === 0 ? [] : [historiesAltered(audit.histories.changed)]),
    ...(guards.length === 0 ? [] : [guardsStrange(guards)]),
    ...(files.damaged.length === 0 ? [] : [filesDamaged(files.damaged)]),
    ...(reports.altered.length === 0 ? [] : [reportsAltered(reports.altered)]),
  ];
  const [first] = errors;
  if (!first) return;
  const all = (language: 'zh' | 'en') => errors.map(({ messages }) => messages[language]).join('\n');
  throw first.told({ messages: { zh: all('zh'), en: all('en') } });
}
