import { type Aggregation, AGGREGATIONS } from '../../domain/indicator.js';
import { eachIndicator } from './doubt-check.js';

const WORDS: Record<Aggregation, { readonly zh: string; readonly en: string }> = {
  sum: { zh: '各月累加', en: 'the sum of the months' },
  latest: { zh: '取最近一次填报值', en: 'the last reported value' },
  average: { zh: '取各月平均', en: 'the mean of the months' },
  max: { zh: '取最高的月份', en: 'the highest month' },
  min: { zh: '取最低的月份', en: 'the lowest month' },
  ratio: { zh: '累计分子 ÷ 累计分母', en: 'all cases met ÷ all cases' },
  'each-month': { zh: '逐月判断', en: 'each month on its own' },
};

/** No document says how months add up, except for a monthly target such as 篇/月. */
export const aggregationAssumed = eachIndicator('aggregation-assumed', ({ name, aggregation, per }) => {
  if (aggregation === null || per === 'month') return null;
  const { zh, en } = WORDS[aggregation];
  const answers = AGGREGATIONS.filter((one) => one !== aggregation && one !== 'each-month').map((one) => ({
    label: WORDS[one],
    part: 'decisions' as const,
    value: { aggregation: one },
  }));
  return {
    answers,
    severity: 'info',
    message: { zh: `“${name}”的汇总方式推定为：${zh}。`, en: `How months of “${name}” add up is assumed: ${en}.` },
  };
});
