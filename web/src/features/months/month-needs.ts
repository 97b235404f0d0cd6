import type { GridMonth } from '../../api/months.js';

export const isOpen = ({ state }: GridMonth): boolean => state === 'open' || state === 'late' || state === 'reopened';

/** The month that needs something first: the earliest that lacks something, else the earliest that can be closed. */
export function firstInNeed(months: readonly GridMonth[]): GridMonth | undefined {
  const open = months.filter(isOpen);
  return open.find(({ missing, waiting }) => missing + waiting > 0) ?? open[0];
}

/** The last month that has begun to be reported anywhere. */
export const lastBegun = (months: readonly GridMonth[]): string | undefined =>
  months
    .filter(({ state }) => state !== 'not-open')
    .map(({ month }) => month)
    .sort()
    .at(-1);
