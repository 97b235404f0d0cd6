import { chineseNumber } from '../../domain/printed/chinese-number.js';
import type { SuggestedAnswer } from '../sheet-draft.js';
import { doubtedQuantities } from './doubted-quantities.js';
import type { GoalQuantity } from './goal-quantities.js';

/** A promise in prose that no indicator covers can be adopted as a commitment: weight 0, tracked, never scored. */
export const goalWithoutIndicator = doubtedQuantities('goal-without-indicator', (quantity, coverage) => {
  if (coverage.kind !== 'uncovered') return null;
  const { clause } = quantity;
  const name = clause.trim().slice(0, 80);
  const raw = targetOf(quantity);
  return {
    answers: raw === null ? undefined : [answer(name, raw)],
    severity: 'info',
    message: {
      zh: `目标“${name}”没有对应的指标。${raw === null ? '' : '可作为承诺事项（权重 0）跟踪。'}`,
      en: `No indicator covers “${name}”.${raw === null ? '' : ' It can be tracked as a commitment of weight 0.'}`,
    },
  };
});

const answer = (name: string, raw: string): SuggestedAnswer => ({
  label: { zh: `作为承诺事项跟踪（${raw}）`, en: `track it as a commitment (${raw})` },
  part: 'commitments',
  value: { level1: '年度目标', level2: '承诺事项', name, raw },
});

/** As a document would print it; 进入前三名 is a place that may be better, ≤3名. */
function targetOf({ clause, number, unit, printed }: GoalQuantity): string | null {
  if (number !== '') return `≥${number}${unit}${/每月|月均/.test(clause) ? '/月' : ''}`;
  const [, place = ''] = /(?:前|第)([一二三四五六七八九十\d]+)名?$/.exec(printed) ?? [];
  const figure = /^\d/.test(place) ? place : chineseNumber(place);
  return figure === null || figure === '' ? null : `≤${figure}名`;
}
