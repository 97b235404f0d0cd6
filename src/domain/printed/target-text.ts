import type { Language, Message } from '../domain-error.js';
import type { Indicator, Period } from '../indicator.js';

const SYMBOLS = { '>=': '≥', '>': '>', '=': '=', '<': '<', '<=': '≤' } as const;
const PER: Readonly<Record<Period, Message>> = {
  month: { zh: '/月', en: '/month' },
  quarter: { zh: '/季度', en: '/quarter' },
  'half-year': { zh: '/半年', en: '/half-year' },
};

/** How often a target has to be reached anew, as it stands behind the unit: `/月`. */
export const perText = (per: Period | null | undefined, language: Language): string => (per ? PER[per][language] : '');

/** A target as people write it: `≥ 60 次`, `3 – 5 次`, `≥ 4 篇/月`, `2026-09-30 前`. */
export function targetText({ comparator, target, targetUpper, unit, per }: PrintedTarget, language: Language): string {
  const amount = target ?? '';
  if (comparator === 'qualitative') return amount;
  if (comparator === 'by') return language === 'zh' ? `${amount} 前` : `by ${amount}`;
  const number = comparator === 'range' ? `${amount} – ${targetUpper ?? ''}` : `${SYMBOLS[comparator]} ${amount}`;
  return `${number.trim()} ${unit ?? ''}`.trim() + perText(per, language);
}

type PrintedTarget = Pick<Indicator, 'comparator' | 'target' | 'targetUpper' | 'unit'> & {
  readonly per?: Period | null;
};
