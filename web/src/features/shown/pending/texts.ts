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
    change: [
      '{{askedBy}} 于 {{at}} 申请变更 {{name}} 的账号',
      'On {{at}} {{askedBy}} asked to change the account of {{name}}',
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
    field: {
      username: ['用户名', 'User name'],
      displayName: ['姓名', 'Name'],
      role: ['角色', 'Role'],
      oidcSubject: ['统一身份（决定谁能登录）', 'Identity at the provider (decides who signs in)'],
      email: ['邮箱（提醒和警示寄往此处）', 'Mail address (where warnings go)'],
      disabled: ['停用', 'Disabled'],
      departmentId: ['部门', 'Department'],
      sectionIds: ['股室', 'Sections'],
      language: ['邮件语言', 'Language of mails'],
      deputyId: ['代理人', 'Deputy'],
      awayFrom: ['离岗起始日', 'First day away'],
      awayUntil: ['离岗截止日', 'Last day away'],
    },
    value: { true: ['是', 'yes'], false: ['否', 'no'], zh: ['中文', 'Chinese'], en: ['英文', 'English'] },
    nothing: ['无', 'none'],
    listed: ['、', ', '],
    will: ['{{field}}：{{after}}', '{{field}}: {{after}}'],
    becomes: ['{{field}}：{{before}} → {{after}}', '{{field}}: {{before}} → {{after}}'],
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
