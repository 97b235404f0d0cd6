import type { Texts } from '../../i18n/texts.js';

export const auditTexts = {
  audit: {
    title: ['审计日志', 'Audit log'],
    at: ['时间', 'Time'],
    actor: ['操作人', 'By'],
    action: ['操作', 'Action'],
    subject: ['对象', 'Subject'],
    reason: ['原因', 'Reason'],
    more: ['更早的记录', 'Earlier'],
  },
} as const satisfies Texts;
