import type { Texts } from '../../i18n/texts.js';

export const indicatorsTexts = {
  indicator: {
    reason: ['得分说明', 'Why this score'],
    entries: ['逐月填报', 'Monthly entries'],
    notScored: ['该指标还没有得分。', 'The indicator has no score yet.'],
    previous: ['上年完成值', 'Last year'],
    months: ['逐月进展与预测', 'Months and forecast'],
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
