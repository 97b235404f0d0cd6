import { isAggregationOpen } from '../../domain/printed/default-aggregation.js';
import { AGGREGATIONS, isOfYear, traitsOf } from '../../domain/aggregation.js';
import { aggregationNamed } from '../aggregation-words.js';
import { eachIndicator } from './doubt-check.js';

/**
 * No published document says how months add up; the aggregation is a column of the draft, open to change. A doubt only where
 * neither name nor unit tells (人, 户, 个 …) and our own workbook does not say it.
 */
export const aggregationAssumed = eachIndicator('aggregation-assumed', (indicator) => {
  const { name, aggregation, aggregationRaw, comparator, unit, per } = indicator;
  if (aggregation === null || comparator === null || aggregationNamed(aggregationRaw) !== null) return null;
  if (!isAggregationOpen({ name, unit, per, comparator })) return null;
  const { zh, en } = traitsOf(aggregation).words;
  const answers = AGGREGATIONS.filter((one) => one !== aggregation && isOfYear(one)).map((one) => ({
    label: traitsOf(one).words,
    part: 'decisions' as const,
    value: { aggregation: one },
  }));
  return {
    answers,
    severity: 'info',
    message: { zh: `“${name}”的汇总方式推定为：${zh}。`, en: `How months of “${name}” add up is assumed: ${en}.` },
  };
});
