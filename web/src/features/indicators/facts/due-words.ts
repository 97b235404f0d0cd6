import type { TFunction } from 'i18next';
import { isPerPeriod } from '@domain/aggregation.js';
import type { Indicator } from '../../../api/indicators.js';

/** In which months it is asked for. */
export function dueWords({ dueMonth, aggregation }: Pick<Indicator, 'dueMonth' | 'aggregation'>, t: TFunction): string {
  if (dueMonth !== null) return t('indicatorFacts.onceIn', { month: dueMonth });
  const byPeriod = isPerPeriod(aggregation) && aggregation !== 'each-month';
  return t(byPeriod ? 'indicatorFacts.everyPeriod' : 'indicatorFacts.everyMonth');
}
