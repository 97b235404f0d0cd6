import type { Texts } from '../../i18n/texts.js';

export const guideTexts = {
  guide: {
    title: ['开始使用', 'Getting started'],
    hint: [
      '从空白到第一次提醒的八步。每一步由数据自己打勾，先后顺序不限。',
      'Eight steps from an empty installation to the first reminder. The data tick them; any order will do.',
    ],
    reminder: ['什么时候开始提醒', 'When reminding begins'],
    firstReminder: [
      '照目前的数据，下一次提醒邮件在 {{date}} 发出，发给 {{count}} 人：{{names}}。',
      'As things stand, the next reminders go out on {{date}}, to {{count}}: {{names}}.',
    ],
    noReminder: [
      '照目前的数据，今后 {{days}} 天没有要发的提醒：完成上面各步，填报到期前 3 个工作日起提醒。',
      'As things stand, nobody is reminded in the next {{days}} days. Once the steps above are done, reminding begins three working days before an entry is due.',
    ],
  },
} as const satisfies Texts;
