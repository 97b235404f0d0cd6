import type { Texts } from '../../../i18n/texts.js';

export const pendingTexts = {
  pending: {
    title: ['账号变更待复核', 'Changes of accounts that wait'],
    account: [
      '{{askedBy}} 于 {{at}} 申请新建账号：{{name}}（{{role}}）',
      'On {{at}} {{askedBy}} asked for a new account: {{name}} ({{role}})',
    ],
    role: [
      '{{askedBy}} 于 {{at}} 申请将 {{name}} 的角色改为“{{role}}”',
      'On {{at}} {{askedBy}} asked to make {{name}} {{role}}',
    ],
    identity: [
      '{{askedBy}} 于 {{at}} 申请为 {{name}} 关联统一身份',
      'On {{at}} {{askedBy}} asked to link {{name}} to an identity at the provider',
    ],
    disabling: [
      '{{askedBy}} 于 {{at}} 申请停用 {{name}} 的账号',
      'On {{at}} {{askedBy}} asked to disable the account of {{name}}',
    ],
    reset: [
      '{{askedBy}} 于 {{at}} 申请重置 {{name}} 的密码',
      'On {{at}} {{askedBy}} asked to reset the password of {{name}}',
    ],
    secondFactor: [
      '{{askedBy}} 于 {{at}} 申请停用 {{name}} 的第二重验证',
      'On {{at}} {{askedBy}} asked to end the second factor of {{name}}',
    ],
    needsOther: ['须由另一位安全管理员复核。', 'Another security administrator has to approve it.'],
    from: [
      '没有其他安全管理员可复核，自 {{at}} 起可以办理。',
      'There is nobody else to approve it; it may be done from {{at}} on.',
    ],
    approve: ['复核并办理', 'Approve and do it'],
    withdraw: ['撤回', 'Withdraw'],
    ask: [
      '如有疑问，请告知安全管理员或审计员。',
      'If it should not be done, tell a security administrator or the auditor.',
    ],
  },
} as const satisfies Texts;
