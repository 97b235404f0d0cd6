import type { Texts } from '../../i18n/texts.js';

export const guideTexts = {
  guide: {
    title: ['开始使用', 'Getting started'],
    hint: [
      '从空白到第一次提醒的七步。每一步由数据自己打勾，先后顺序不限。',
      'Seven steps from an empty installation to the first reminder. The data tick them; any order will do.',
    ],
  },
} as const satisfies Texts;
