import type { Texts } from '../../../i18n/texts.js';

export const unreachedTexts = {
  unreached: {
    title: ['收不到提醒', 'Reminders that do not arrive'],
    silent: ['提醒后仍未填报', 'Reminded, and nothing entered'],
    more: ['另有 {{count}} 处。', 'And {{count}} more.'],
    toDepartment: ['去处理', 'See to it'],
    problem: {
      'office-unreached': [
        '绩效办没有能收到提醒的联系人，升级的提醒和告警无人收到',
        'no contact of the performance office can be reached: escalations and alerts are heard by nobody',
      ],
      'department-unreached': ['没有能收到提醒的负责人', 'no head can be reached'],
      'section-unreached': ['没有能收到提醒的填报人', 'no reporter can be reached'],
      'indicators-without-section': ['有指标未分配股室', 'indicators belong to no section'],
      'account-disabled': ['账号已停用', 'the account is disabled'],
      'without-address': ['没有可用的邮箱地址', 'there is no usable address'],
      'address-fails': ['邮箱被退信', 'the address is refused'],
      'away-without-deputy': ['外出且没有代理人', 'away without a deputy'],
      'administrator-without-address': [
        '管理员没有邮箱地址，故障通知发不到；请安全管理员在“用户”中补充',
        'an administrator without an address is told of no fault; the security administrator adds it under Users',
      ],
      'administrator-address-fails': ['管理员的邮箱被退信', 'an administrator’s address is refused'],
      'never-reported': [
        '收到过提醒，本人和所在股室都还没有填报',
        'reminded; neither they nor their section have entered anything',
      ],
    },
  },
} as const satisfies Texts;
