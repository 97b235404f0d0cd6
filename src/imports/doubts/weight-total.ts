import { exact, HUNDRED, plain } from '../../domain/exact.js';
import { EXECUTION_POINTS } from '../../domain/policy.js';
import { eachSheet } from './doubt-check.js';

/** Weights and execution points should give 100. They are never rescaled; adoption needs a recorded waiver. */
export const weightTotal = eachSheet('weight-total', ({ draft }) => {
  if (draft.indicators.every(({ weight }) => weight === null)) return [];
  const execution = draft.executionWeight ?? EXECUTION_POINTS;
  const total = exact(draft.weightTotal).add(exact(execution));
  if (total.equals(HUNDRED)) return [];
  const sum = `${draft.weightTotal} + ${execution} = ${plain(total)}`;
  const rest = HUNDRED.sub(exact(draft.weightTotal));
  const fits = rest.gte(0) && rest.lte(50);
  const withExecution = {
    label: { zh: `预算执行按 ${plain(rest)} 分`, en: `${plain(rest)} points for execution` },
    part: 'sheetDecisions' as const,
    value: { executionWeight: plain(rest) },
  };
  const asPrinted = {
    label: { zh: '按公布的权重采用', en: 'adopt the weights as published' },
    part: 'waivers' as const,
    value: { reason: `公布的权重合计为 ${sum}，按原表采用。` },
  };
  return [
    {
      answers: fits ? [withExecution, asPrinted] : [asPrinted],
      severity: 'warning',
      message: {
        zh: `指标权重合计加预算执行分 ${sum}，不等于 100。请核对原表；如原表确实如此，采用时须说明理由。`,
        en: `Weights and execution points give ${sum}, not 100. Check the document; to adopt it as it is, give a reason.`,
      },
    },
  ];
});
