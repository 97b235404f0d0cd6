import type { Texts } from '../../../i18n/texts.js';

export const pasteTexts = {
  paste: {
    title: ['粘贴预览', 'What the block will do'],
    fill: ['填入 {{count}} 格', 'Fill {{count}} cells', 'Fill {{count}} cell'],
    filled: ['填入 {{count}} 格', 'fills {{count}}'],
    invalid: ['有误 {{count}} 格（照填，标出，不保存）', '{{count}} invalid (filled in, marked, not saved)'],
    locked: ['跳过 {{count}} 格（{{why}}）', 'skips {{count}} ({{why}})'],
    lock: {
      submitted: ['已提交', 'submitted'],
      approved: ['已审核', 'approved'],
      'not-open': ['未开放', 'not open yet'],
      'not-begun': ['启用前', 'before it was taken up'],
      ended: ['指标已终止', 'indicator ended'],
      closed: ['月份已关闭', 'month closed'],
      'not-applicable': ['不适用', 'not applicable'],
    },
    totals: [
      '{{count}} 项从本年中途启用，第一个月填1月以来的合计：请核对粘贴的不是当月数',
      '{{count}} begin in the middle of the year: their first month takes the total since January, not its own figure',
    ],
    blank: ['空 {{count}} 格，不改动', '{{count}} empty, which change nothing'],
    beyond: ['{{count}} 格超出表格，放不下', '{{count}} beyond the grid, for which there is no room'],
    elsewhere: [
      '另有 {{count}} 格落在后面的目标表中，也填入',
      'fill the {{count}} cells in the sheets below, too',
      'fill the {{count}} cell in the sheets below, too',
    ],
    across: ['后面的目标表也填入', 'fill the sheets below, too'],
    now: ['现在', 'now'],
    then: ['将为', 'will be'],
  },
} as const satisfies Texts;
