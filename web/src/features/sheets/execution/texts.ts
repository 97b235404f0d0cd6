import type { Texts } from '../../../i18n/texts.js';

export const executionTexts = {
  execution: {
    enter: ['登记执行数', 'Enter spending'],
    title: ['预算执行数（{{month}}）', 'Budget execution ({{month}})'],
    spent: ['1 月至本月累计执行数（万元）', 'Spent from January to this month (10,000 yuan)'],
    bySource: [
      '其中，按资金来源（可不填；填写时合计应等于累计执行数）',
      'Of this, by source (may be left out; together it must give the amount above)',
    ],
    source: {
      fiscal: ['财政拨款', 'Fiscal appropriation'],
      carriedOver: ['上年结转资金', 'Carried over'],
      other: ['其他资金', 'Other funds'],
    },
    adjusted: [
      '调整后预算数（万元）；未调整的留空，按年初预算 {{planned}}',
      'Adjusted budget (10,000 yuan); empty where it was not adjusted, then {{planned}} holds',
    ],
    rate: ['执行率 {{rate}}%', '{{rate}} % of the budget is spent'],
    noRate: ['执行率：—', 'Share of the budget that is spent: —'],
    history: ['登记历史（{{count}} 次）', 'What was entered before ({{count}})'],
    was: ['累计执行 {{spent}}，调整后预算 {{adjusted}}', '{{spent}} spent; adjusted budget {{adjusted}}'],
    by: ['{{name}}，{{at}}', '{{name}}, {{at}}'],
    save: ['保存', 'Save'],
    replace: ['仍按我的数保存', 'Save mine all the same'],
    confirm: ['确认无误，保存', 'It is right: save'],
    conflict: [
      '您打开之后，有人已保存累计执行数 {{theirs}} 万元。您的输入仍在，请核对后决定。',
      'Since you opened this, somebody saved {{theirs}} as the amount spent. What you typed is still here: check, and decide.',
    ],
  },
} as const satisfies Texts;
