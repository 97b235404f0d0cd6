import { doubtedQuantities } from './doubted-quantities.js';

/** A promise in prose that no indicator covers can be adopted as a commitment: weight 0, tracked, never scored. */
export const goalWithoutIndicator = doubtedQuantities(
  'goal-without-indicator',
  ({ clause, number, unit }, coverage) => {
    if (coverage.kind !== 'uncovered') return null;
    const name = clause.trim().slice(0, 80);
    const raw = `≥${number}${unit}${/每月|月均/.test(clause) ? '/月' : ''}`;
    const value = { level1: '年度目标', level2: '承诺事项', name, raw };
    const label = { zh: `作为承诺事项跟踪（${raw}）`, en: `track it as a commitment (${raw})` };
    return {
      answers: number === '' ? undefined : [{ label, part: 'commitments', value }],
      severity: 'info',
      message: {
        zh: `目标“${clause.trim().slice(0, 80)}”没有对应的指标。可作为承诺事项（权重 0）跟踪。`,
        en: `No indicator covers “${clause.trim().slice(0, 80)}”. It can be tracked as a commitment of weight 0.`,
      },
    };
  },
);
