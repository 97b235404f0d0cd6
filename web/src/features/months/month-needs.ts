import type { GridMonth } from '../../api/months.js';

export const isOpen = ({ state }: GridMonth): boolean => state === 'open' || state === 'late' || state === 'reopened';

/** Nothing is asked for, and nothing waits: the year is entered from a later month, or its indicators are due in others. */
export const isIdle = ({ asked, waiting }: GridMonth): boolean => asked + waiting === 0;

/** The month that needs something first: the earliest that lacks something, else the earliest that can be closed. */
export function firstInNeed(months: readonly GridMonth[]): GridMonth | undefined {
  const open = months.filter((month) => isOpen(month) && !isIdle(month));
  return open.find(({ missing, waiting }) => missing + waiting > 0) ?? open[0];
}

/** The last month that has begun to be reported anywhere. */
export const lastBegun = (months: readonly GridMonth[]): string | undefined =>
  months
    .filter(({ state }) => state !== 'not-open')
    .map(({ month }) => month)
    .sort()
    .at(-1);
