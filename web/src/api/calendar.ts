import { useMemo } from 'react';
import { yearOf, addMonths } from '../../../src/domain/month.js';
import { dueDateOf } from '../../../src/domain/working-days.js';
import { api } from './client.js';

const LONG = { staleTime: Infinity };

/** When a month's entries are due, by the installation's deadline and calendar; null until that is known. */
export function useDeadline(month: string): { readonly date: string; readonly hour: number } | null {
  const year = yearOf(addMonths(month, 1));
  const calendar = api.useQuery('get', '/calendar/{year}', { params: { path: { year } } }, LONG);
  const rule = api.useQuery('get', '/calendar/deadlines', {}, LONG);
  return useMemo(() => {
    if (!calendar.data || !rule.data) return null;
    const days = new Map(calendar.data.items.map(({ day, working }) => [day, working]));
    return { date: dueDateOf(month, rule.data.dueWorkingDay, days), hour: rule.data.dueHour };
  }, [calendar.data, rule.data, month]);
}
