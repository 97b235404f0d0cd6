import type { Texts } from '../../../i18n/texts.js';

export const planTexts = {
  plan: {
    month: ['到…月底', 'By the end of'],
    reached: ['累计达到', 'Reached by then'],
    add: ['添加一个月', 'Add a month'],
    remove: ['去掉第 {{number}} 行', 'Remove line {{number}}'],
    hint: [
      '逐月写明到月底累计应达到的数；没有写的月份，按前后两个月之间均匀推算。12 月应等于全年目标值 {{target}}。',
      'Say what is to be reached by the end of each month, counted from January. Months that are left out lie evenly between their neighbours. December is the target of the year, {{target}}.',
    ],
    needed: ['请填写。', 'This is needed.'],
    isDecimal: ['请填写数字。', 'A number is needed.'],
  },
} as const satisfies Texts;
