import type { Texts } from '../../i18n/texts.js';

export const indicatorsTexts = {
  indicator: {
    reason: ['得分说明', 'Why this score'],
    entries: ['逐月填报', 'Monthly entries'],
    target: ['目标 {{target}}', 'target {{target}}'],
    notScored: ['该指标还没有得分。', 'The indicator has no score yet.'],
    previous: ['上年完成值', 'Last year'],
    months: ['逐月进展与预测', 'Months and forecast'],
    monthly: ['当月', 'Month'],
    reached: ['累计完成', 'Reached so far'],
    left: ['剩余额度', 'Left of the ceiling'],
    forecast: ['预测', 'Forecast'],
    cone: ['预测区间', 'Range of the forecast'],
    ceiling: ['上限 {{target}} 用完', 'ceiling of {{target}} used up'],
    earned: ['得分', 'Points'],
    late: ['逾期提交', 'handed in late'],
    outlook: ['展望', 'Outlook'],
  },
  status: {
    missing: ['未填报', 'missing'],
    draft: ['草稿', 'draft'],
    submitted: ['已提交', 'submitted'],
    approved: ['已审核', 'approved'],
    returned: ['已退回', 'returned'],
  },
} as const satisfies Texts;
