import { DomainError } from '../domain/domain-error.js';

/** @param fields that are stored otherwise than they were meant, or than the history has them */
export const valuesAltered = (table: string, fields: readonly string[]): DomainError =>
  new DomainError('damaged', 'values-altered', {
    zh:
      `数据库中的内容与提交的或历史记录的不一致（${table}：${fields.join('、')}），操作未执行。请告知系统管理员和审计员：` +
      '可能有人绕过系统改动了数据，或数据库中有外来的触发器，运行 jixiao verify 和 jixiao doctor 查看。',
    en:
      `What the database has is not what was sent, or what the history says (${table}: ${fields.join(', ')}), so nothing was changed. Tell ` +
      'the system administrator and the auditors: somebody may have changed it by SQL, or a trigger that is not ours may be there; jixiao verify and jixiao doctor name it.',
  });

/** @param name of the key that the log is sealed with */
export const auditKeyMissing = (name: string): DomainError =>
  new DomainError('unfit', 'audit-key-missing', {
    zh:
      `审计日志以密钥 ${name} 封签，本进程没有它。请把原来 DATA_DIR 中的 audit.key 复制过来，或设置 AUDIT_KEY_FILE；` +
      '多个进程须使用同一密钥。密钥确已丢失时运行 jixiao audit-key --new。',
    en:
      `The audit log is sealed with the key ${name}, which this process does not have. Copy audit.key from the DATA_DIR that ` +
      'has it, or set AUDIT_KEY_FILE; several processes use one key. Where it is lost for good, run jixiao audit-key --new.',
  });

export const auditKeyOther = (): DomainError =>
  new DomainError('unfit', 'audit-key-other', {
    zh: '审计日志不是以 AUDIT_KEY（或 AUDIT_KEY_FILE）中的密钥封签的。请给出原来的密钥，或去掉该设置以启用新密钥。',
    en: 'The audit log is not sealed with the key of AUDIT_KEY or AUDIT_KEY_FILE. Give the former key, or none: then a new one is made.',
  });

export const auditKeyKept = (file: string): DomainError =>
  new DomainError('conflict', 'audit-key-kept', {
    zh: `原来的审计密钥仍在（${file} 或设置中），先把它移走或去掉设置，再启用新密钥。`,
    en: `A key of the audit log is there (${file}, or a setting). Move it away, or unset it, before a new one is made.`,
  });

export const auditKeyUnfit = (file: string): DomainError =>
  new DomainError('unfit', 'audit-key-unfit', {
    zh: `审计密钥文件 ${file} 无法读取，或其中的密钥不足 32 个字符。`,
    en: `The file of the audit key, ${file}, cannot be read, or holds fewer than 32 characters.`,
  });

export const noHead = (file: string): DomainError =>
  new DomainError('unfit', 'audit-head-unfit', {
    zh: `${file} 中没有审计日志的首部记录（应含 position、hash、signature 的 JSON）。`,
    en: `There is no head of the audit log in ${file} (JSON with position, hash and signature).`,
  });

/** @param kept of the lines that were written */
export const auditLinesLost = (written: number, kept: number): DomainError =>
  new DomainError('damaged', 'audit-lines-lost', {
    zh: `审计日志应记 ${written} 行，数据库只留下 ${kept} 行，操作未执行。请告知系统管理员运行 jixiao doctor：数据库中可能有外来的触发器或规则。`,
    en:
      `Of ${written} lines for the audit log the database kept ${kept}, so nothing was changed. Tell the system administrator to run ` +
      'jixiao doctor: a trigger or rule that is not ours may be in the database.',
  });
