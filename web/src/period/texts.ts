import type { Texts } from '../i18n/texts.js';

export const periodTexts = {
  period: {
    ofYear: ['{{year}} 年度', 'Fiscal year {{year}}'],
    year: ['年度', 'Fiscal year'],
    month: ['月份', 'Month'],
    all: ['全部月份', 'All months'],
    before: ['回到 {{year}} 年度', 'Back to {{year}}'],
    notOpen: ['{{month}} 的填报于 {{from}} 起开放。', '{{month}} is entered from {{from}} on.'],
  },
} as const satisfies Texts;
