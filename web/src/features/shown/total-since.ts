import type { TFunction } from 'i18next';
import type { Month } from '@domain/calendar/month.js';
import { reachesBack } from '@domain/entries/first-month.js';
import type { IndicatorMonths } from '../../api/types.js';
import { monthName } from '../../period/month-name.js';

/** `1–11月合计`, where the entry of the month holds what was done since January; null where it is the month's own. */
export const totalSince = (
  indicator: Pick<IndicatorMonths, 'aggregation' | 'firstMonth'>,
  month: Month,
  t: TFunction,
): string | null =>
  reachesBack(indicator, month) ? t('shown.totalSince', { month: monthName(month, 'short') }) : null;
