import type { Texts } from '../../../i18n/texts.js';

export const firstMonthTexts = {
  firstMonth: {
    title: ['从哪个月起填报', 'Entered from'],
    whole: ['全年逐月填报。', 'Entered month by month, the whole year.'],
    from: ['自{{month}}起填报，此前不评判。', 'Entered from {{month}} on, and not judged before.'],
    change: ['更改起始月份', 'Change the first month'],
    to: ['起始月份', 'First month'],
    hint: ['选定月份后，这里会说明会有什么变化。', 'Choose a month to see what changes.'],
    indicators: [
      '{{count}} 项指标自{{month}}起填报；累加的数，在{{month}}填1月以来的合计。',
      '{{count}} indicators are entered from {{month}} on; what adds up goes into {{month}} as the total since January.',
      '{{count}} indicator is entered from {{month}} on; what adds up goes into {{month}} as the total since January.',
    ],
    everyMonth: [
      '{{count}} 项指标全年逐月填报。',
      '{{count}} indicators are entered month by month, the whole year.',
      '{{count}} indicator is entered month by month, the whole year.',
    ],
    newlyAsked: [
      '{{months}}也要填报；已过截止日期的，会立即催报。',
      '{{months}} will be asked for, too; at once where their due dates have passed.',
    ],
    noLongerAsked: ['{{months}}不再催报，也不评判。', '{{months}} will neither be asked for nor judged.'],
    unchanged: ['全年只报一次的 {{count}} 项不变。', '{{count}} that are due once stay as they are.'],
    entered: [
      '{{month}}已有填报：已填报的月份须仍在填报范围内，累加的首月填报含1月以来的合计。请先清空那个月的填报，或另选月份。',
      '{{month}} has entries. What was entered must stay asked for, and a first total since January would count twice. Empty that month first, or choose another.',
    ],
    reason: ['原因（记入审计日志）', 'Why (it stands in the audit log)'],
  },
} as const satisfies Texts;
