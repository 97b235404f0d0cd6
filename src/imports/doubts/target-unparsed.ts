import { eachIndicator } from './doubt-check.js';

/** The printed target is kept as `raw`; what it means is for a person to say. */
export const targetUnparsed = eachIndicator('target-unparsed', ({ name, comparator, raw }) => {
  if (comparator !== null) return null;
  const printed =
    raw === '' ? { zh: '为空', en: 'blank' } : { zh: `“${raw}”无法识别`, en: `“${raw}” is not understood` };
  const zh = `指标“${name}”的指标值${printed.zh}。请填写比较符、数值和单位。`;
  const en = `The target of “${name}” is unclear (${printed.en}). Enter comparison, number and unit.`;
  const label = { zh: '按定性目标处理', en: 'take it as words' };
  const answers = raw === '' ? undefined : [{ label, part: 'decisions' as const, value: { qualitative: true } }];
  return { severity: 'error', message: { zh, en }, answers };
});
