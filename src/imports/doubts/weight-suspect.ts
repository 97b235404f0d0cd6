import { exact, HUNDRED, ONE, plain } from '../../domain/exact.js';
import type { Message } from '../../domain/domain-error.js';
import type { SheetDraft } from '../sheet-draft.js';
import { eachIndicator } from './doubt-check.js';

/** Points that nobody gives: fewer than none, more than all, or 0.15, among tens or among others that give 1 together. */
export const weightSuspect = eachIndicator('weight-suspect', ({ name, weight }, sheet) => {
  const why = weight === null ? null : oddity(weight, sheet);
  if (weight === null || why === null) return null;
  const zh = `指标“${name}”的权重 ${weight} ${why.zh}，请核对。`;
  const en = `The weight of “${name}”, ${weight}, ${why.en}. Please check.`;
  const asShare = plain(exact(weight).mul(HUNDRED));
  const answers = [
    { label: { zh: `${asShare} 分`, en: `${asShare} points` }, part: 'decisions' as const, value: { weight: asShare } },
  ];
  return { severity: 'warning', message: { zh, en }, ...(why.isShare && { answers }) };
});

function oddity(printed: string, sheet: SheetDraft): (Message & { readonly isShare?: true }) | null {
  const weight = exact(printed);
  if (weight.lt(0)) return { zh: '小于 0', en: 'is below 0' };
  if (weight.gt(HUNDRED)) return { zh: '大于 100', en: 'is above 100' };
  const isShare = weight.gt(0) && weight.lt(ONE) && !givesHundred(sheet) && isAmongOthers(sheet);
  return isShare ? { zh: '看来是小数形式的比例', en: 'looks like a share, not like points', isShare } : null;
}

const isAmongOthers = ({ indicators, weightTotal }: SheetDraft): boolean =>
  indicators.some(isWhole) || exact(weightTotal).lte(ONE);
const isWhole = ({ weight }: { readonly weight: string | null }) => weight !== null && exact(weight).gt(ONE);

const givesHundred = ({ weightTotal, executionWeight }: SheetDraft): boolean => {
  const total = exact(weightTotal);
  return total.equals(HUNDRED) || total.add(exact(executionWeight ?? '10')).equals(HUNDRED);
};
