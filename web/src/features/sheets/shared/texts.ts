import type { Texts } from '../../../i18n/texts.js';

export const sharedTexts = {
  shared: {
    title: ['共用数据', 'Shared values'],
    none: ['这张表的指标各自填报，没有共用数据。', 'Each indicator of the sheet is entered by itself.'],
    feeds: ['填报一次，用于：', 'Entered once, for:'],
    proposals: ['可能是同一个数', 'Probably one value'],
    proposalHint: [
      '名称、目标、单位相同。共用后填报一次，各表同时更新；已填的月份不变。',
      'Alike in name, target and unit. Shared, they are entered once for all; months that were entered stay.',
    ],
    share: ['共用', 'Share'],
    shareOf: ['共用“{{name}}”', 'Share “{{name}}”'],
    shareConfirm: [
      '“{{name}}”今后只填一次，用于 {{count}} 项指标。',
      '“{{name}}” is entered once from now on, for {{count}} indicators.',
    ],
    part: ['分开填报', 'Enter apart'],
    partOf: ['分开填报“{{name}}”', 'Enter apart: “{{name}}”'],
    partConfirm: [
      '{{count}} 项指标今后各自填报；已填的月份各自保留。',
      '{{count}} indicators are entered by themselves from now on. Each keeps the months that were entered.',
      '{{count}} indicator is entered by itself from now on. It keeps the months that were entered.',
    ],
  },
} as const satisfies Texts;
