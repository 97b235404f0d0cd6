import type { Texts } from '../../../i18n/texts.js';

/** What mails are about, and what becomes of them. */
export const mailsTexts = {
  mails: {
    dueAt: ['定于 {{at}}', 'due {{at}}'],
    rule: {
      'entries-owed': ['欠报提醒', 'What is owed'],
      'asked-now': ['催报', 'Asked for'],
      'approval-stalled': ['待审核', 'Waiting for review'],
      'light-red': ['预计不能达标', 'Heading for a miss'],
      'all-or-nothing': ['一票失分的指标', 'All-or-nothing indicators'],
      'ceiling-breach': ['将超上限', 'Ceilings about to be passed'],
      'execution-lag': ['预算执行滞后', 'Spending lags behind'],
      'report-issued': ['报告已出', 'Report issued'],
      'unreached-contacts': ['联系人收不到提醒', 'Contacts who are not reached'],
      'calendar-missing': ['缺工作日安排', 'Calendar missing'],
      'account-notice': ['账号通知', 'Notice about an account'],
      'contact-notice': ['联系人变更通知', 'Notice about a contact'],
      'installation-trouble': ['系统故障', 'Trouble of the installation'],
      'audit-head': ['审计链头', 'Head of the audit log'],
    },
    state: {
      planned: ['未到发送时间', 'planned'],
      queued: ['等待发送', 'waiting'],
      sent: ['已送达邮件服务器', 'taken by the mail server'],
      refused: ['被退信', 'refused'],
      undeliverable: ['多次尝试未能送出', 'given up'],
      uncertain: ['不确定是否送达，会重试', 'uncertain, tried again'],
      superseded: ['无需再发', 'nothing left to say'],
      cancelled: ['已取消', 'cancelled'],
    },
  },
} as const satisfies Texts;
