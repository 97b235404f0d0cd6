import { eachIndicator } from './doubt-check.js';

/** A text such as 提升 has no proportion; it is scored by the grade reached, whatever the sheet prints. */
export const ruleUnfit = eachIndicator('rule-unfit', ({ name, qualitative, rule, ruleRaw, raw }) => {
  if (!qualitative || rule !== 'proportional') return null;
  const zh = `定性指标“${name}”（${raw}）印有“${ruleRaw ?? ''}”，无法按比例计算，将按等级赋分。`;
  const en = `“${name}” is qualitative (${raw}); the printed rule 按照完成比例赋分 cannot apply, it will be graded.`;
  const label = { zh: '按评判等级赋分', en: 'graded' };
  return {
    severity: 'warning',
    message: { zh, en },
    answers: [{ label, part: 'decisions', value: { rule: 'graded' } }],
  };
});
