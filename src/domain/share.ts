import { Exact, HUNDRED } from './exact.js';

const THOUSAND = Exact.of(1000n);

/** What all cases together are in the unit of a ratio: 100 %, 1000 ‰. */
export const wholeOf = (unit: string | null): Exact => (unit === '‰' ? THOUSAND : HUNDRED);

/** Whether a target is a share of cases (回复率 ≥ 95 %): then no more can be met than there are. */
export const isShare = (unit: string | null, target: Exact): boolean =>
  (unit === '%' || unit === '‰') && target.lte(wholeOf(unit));
