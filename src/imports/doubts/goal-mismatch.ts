import { doubtedQuantities } from './doubted-quantities.js';

/** The goal in prose and the table name the same thing with different numbers. */
export const goalMismatch = doubtedQuantities('goal-mismatch', ({ printed, number, unit }, coverage) => {
  if (coverage.kind !== 'differs') return null;
  const { name, raw } = coverage.indicator;
  const counted = /\d{4}/.test(printed) && unit === '年' ? `${printed}（${number} ${unit}）` : printed;
  return {
    severity: 'warning',
    indicator: coverage.index,
    message: {
      zh: `目标文字为“${counted}”，指标“${name}”为“${raw}”，两处不一致，请核对。`,
      en: `The goal says “${counted}”, the indicator “${name}” says “${raw}”. Check which one is meant.`,
    },
  };
});
