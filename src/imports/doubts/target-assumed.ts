import { eachIndicator } from './doubt-check.js';

/** 》 is typed for > and, as often, for ≥. */
export const targetAssumed = eachIndicator('target-assumed', ({ name, raw, comparator }) => {
  if (!/[》《]/.test(raw) || comparator === null || comparator === 'qualitative') return null;
  const zh = `“${name}”的指标值“${raw}”用书名号代替比较符，按“${comparator}”读取，请核对。`;
  const en = `The target “${raw}” of “${name}” has a quotation mark for a sign; it was read as “${comparator}”. Please check.`;
  const answers = [/[》]/.test(raw) ? '≥' : '≤', /[》]/.test(raw) ? '>' : '<'].map((sign) => {
    const target = raw.replace(/[》《]/, sign);
    return { label: { zh: target, en: target }, part: 'decisions' as const, value: { target } };
  });
  return { severity: 'warning', message: { zh, en }, answers };
});
