import type { Texts } from '../../../i18n/texts.js';

export const ownMailsTexts = {
  ownMails: {
    title: ['我收到的邮件', 'Mails to me'],
    duty: ['{{place}}{{duty}}', '{{duty}} of {{place}}'],
    duties: {
      reporter: ['填报人', 'reporter'],
      head: ['负责人', 'head'],
      office: ['绩效办联系人', 'contact of the performance office'],
    },
    between: ['、', ', '],
    as: ['您是{{duties}}。', 'You are {{duties}}.'],
    noDuty: [
      '您没有登记为联系人，只收到与账号有关的邮件。需要收提醒的，请绩效办在“机构与人员”登记。',
      'You are nobody’s contact and get only mails about your account. To be reminded, have the performance office enter you under Organisation.',
    ],
    to: ['邮件发往 {{address}}。', 'Mails go to {{address}}.'],
    noAddress: [
      '没有登记邮箱，收不到邮件：请管理员补上。',
      'No mail address is known, so none arrives: have it entered.',
    ],
    obstacle: {
      'account-disabled': ['账号已停用，邮件不再发出。', 'The account is disabled; no mails are sent.'],
      'without-address': ['没有登记邮箱，收不到邮件。', 'No mail address is known.'],
      'address-refused': [
        '邮件服务器退回了发往这个邮箱的邮件，已停发。请核对地址，改正后由管理员恢复。',
        'The mail server refused this address, and mails have stopped. Check it; once it is mended an administrator lets mails out again.',
      ],
    },
    fixed: ['必收：', 'Always:'],
    fixedWhy: [
      '要您办理的事和账号安全通知不能退订；外出期间可设代理人代收。',
      'What you have to do yourself, and notices about your account, cannot be turned off; while you are away a deputy can get them.',
    ],
    optional: ['可不收：', 'Optional:'],
    optionalHow: [
      '关闭后不再收到这些预警和报告，随时可以再打开；页面上照常可见。',
      'Turned off, these alerts and reports no longer come by mail; they still show on the pages, and you can turn it on again.',
    ],
    isOut: ['已退订；打开即恢复接收。', 'Turned off; turn it on to get them again.'],
    none: ['还没有给您发过邮件。', 'No mail has been sent to you yet.'],
    last: ['最近十封', 'The last ten'],
    when: ['时间', 'When'],
    about: ['内容', 'About'],
  },
} as const satisfies Texts;
