import type { Message } from '../domain/domain-error.js';
import type { Aggregation } from '../domain/indicator.js';

/** How months add up, as doubts say it and as our own workbook has it in its column 汇总方式. */
export const AGGREGATION_WORDS: Readonly<Record<Aggregation, Message>> = {
  sum: { zh: '各月累加', en: 'the sum of the months' },
  latest: { zh: '取最近一次填报值', en: 'the last reported value' },
  average: { zh: '取各月平均', en: 'the mean of the months' },
  max: { zh: '取最高的月份', en: 'the highest month' },
  min: { zh: '取最低的月份', en: 'the lowest month' },
  ratio: { zh: '累计分子 ÷ 累计分母', en: 'all cases met ÷ all cases' },
  'each-month': { zh: '逐月判断', en: 'each month on its own' },
  'each-quarter': { zh: '逐季判断', en: 'each quarter on its own' },
  'each-half-year': { zh: '逐半年判断', en: 'each half-year on its own' },
  'completed-on': { zh: '按完成日期', en: 'the day of completion' },
};

/** The aggregation that a cell of our own workbook names; null for anything else. */
export function aggregationNamed(printed: string | null): Aggregation | null {
  const text = printed?.replace(/\s/g, '');
  const found = Object.entries(AGGREGATION_WORDS).find(([, { zh }]) => zh.replace(/\s/g, '') === text);
  return (found?.[0] as Aggregation | undefined) ?? null;
}
