import { exact, plain } from '@domain/exact.js';
import { EXECUTION_POINTS } from '@domain/policy.js';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';

/** What the weights of a sheet come to, by the arithmetic of the doubts: 90 + 10 预算执行 = 100. */
export function useWeightWords() {
  const { t } = useTranslation();
  return ({
    indicators,
    weightTotal,
    executionWeight,
  }: Pick<DraftSheet, 'indicators' | 'weightTotal' | 'executionWeight'>): string => {
    if (indicators.every(({ weight }) => weight === null)) return '—';
    const execution = executionWeight ?? EXECUTION_POINTS;
    const total = plain(exact(weightTotal).add(exact(execution)));
    return t('draft.weights', { weights: weightTotal, execution, total });
  };
}
