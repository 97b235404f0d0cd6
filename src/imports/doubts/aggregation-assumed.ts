import { AGGREGATIONS, isPerPeriod } from '../../domain/indicator.js';
import { aggregationNamed, AGGREGATION_WORDS } from '../aggregation-words.js';
import { eachIndicator } from './doubt-check.js';

/** No published document says how months add up, except for a monthly target such as 篇/月; our own workbook does. */
export const aggregationAssumed = eachIndicator('aggregation-assumed', ({ name, aggregation, aggregationRaw, per }) => {
  if (
    aggregation === null ||
    aggregation === 'completed-on' ||
    per !== null ||
    aggregationNamed(aggregationRaw) !== null
  )
    return null;
  const { zh, en } = AGGREGATION_WORDS[aggregation];
  const answers = AGGREGATIONS.filter((one) => one !== aggregation && one !== 'completed-on' && !isPerPeriod(one)).map(
    (one) => ({
      label: AGGREGATION_WORDS[one],
      part: 'decisions' as const,
      value: { aggregation: one },
    }),
  );
  return {
    answers,
    severity: 'info',
    message: { zh: `“${name}”的汇总方式推定为：${zh}。`, en: `How months of “${name}” add up is assumed: ${en}.` },
  };
});
