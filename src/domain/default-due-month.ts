import type { Comparator } from './indicator.js';

const DECEMBER = 12;

/**
 * Month in which an indicator is due where it is due once a year: grades and surveys, by default in December (design,
 * domain §5). null: an entry is due every month.
 */
export function defaultDueMonth({ name, comparator }: { name: string; comparator: Comparator }): number | null {
  return comparator === 'qualitative' || name.includes('满意') ? DECEMBER : null;
}
