import type { Texts } from '../../../i18n/texts.js';

export const entryYearTexts = {
  entryYear: {
    target: ['目标 {{target}}', 'target {{target}}'],
    monthly: ['当月', 'Month'],
    reached: ['累计完成', 'Reached so far'],
    left: ['剩余额度', 'Left of the ceiling'],
    plan: ['月度计划', 'Plan'],
    forecast: ['预测', 'Forecast'],
    cone: ['预测区间', 'Range of the forecast'],
    ceiling: ['上限 {{target}} 用完', 'ceiling of {{target}} used up'],
  },
} as const satisfies Texts;
