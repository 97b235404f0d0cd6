import type { Texts } from '../../../i18n/texts.js';

export const missingTexts = {
  missing: {
    button: ['欠报清单', 'What is missing'],
    title: ['{{year}}年欠报清单', 'What is missing of {{year}}'],
    allMonths: ['全部已过的月份', 'All months that are over'],
    searched: ['部门：{{search}}', 'Departments: {{search}}'],
    xlsx: ['导出 Excel', 'Export as Excel'],
    csv: ['导出 CSV', 'Export as CSV'],
    none: [
      '没有欠报：已过且未关闭的月份都已提交。',
      'Nothing is missing: all open months that are over are handed in.',
    ],
    askAll: ['催一下这 {{count}} 项', 'Remind of these {{count}}'],
    askHint: [
      '先告诉您多少人会收到邮件，确认后才发送；同一人同一项每天至多一次，每人只收一封。',
      'First says how many people would get a mail, and sends once you confirm; each person gets one mail, and of an entry at most once a day.',
    ],
    tooMany: [
      '一次最多催 {{most}} 项：请先选月份，或按部门查找。',
      'At most {{most}} at once: choose a month, or search for a department.',
    ],
    wouldTell: [
      '将有 {{count}} 人各收到一封邮件',
      '{{count}} people would get one mail each',
      '{{count}} person would get a mail',
    ],
    told: ['已提醒 {{count}} 人', '{{count}} people have been reminded', '{{count}} person has been reminded'],
    person: ['{{name}}（{{count}} 项）', '{{name}} ({{count}})'],
    between: ['、', ', '],
    notTold: ['{{count}} 项不催：{{reason}}', '{{count}} not asked for: {{reason}}'],
    send: ['发送提醒给 {{count}} 人', 'Remind {{count}} people', 'Remind {{count}} person'],
    notNow: ['暂不发送', 'Not now'],
    since: ['逾期', 'Overdue'],
    overdue: ['{{count}} 天', '{{count}} days', '{{count}} day'],
    notYet: ['未到截止', 'not due yet'],
    nobody: ['没有能收到提醒的人', 'nobody can be reminded'],
  },
} as const satisfies Texts;
