import { type Aggregation, AGGREGATIONS, traitsOf } from '../domain/aggregation.js';

/** The aggregation that a cell of our own workbook names; null for anything else. */
export function aggregationNamed(printed: string | null): Aggregation | null {
  const text = printed?.replace(/\s/g, '');
  return AGGREGATIONS.find((one) => traitsOf(one).words.zh.replace(/\s/g, '') === text) ?? null;
}
