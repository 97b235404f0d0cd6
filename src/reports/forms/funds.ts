import { exact, fixed, sum } from '../../domain/exact.js';
import type { ReportedSheet } from '../content/report-content.js';

/** One line of a form's funds: 万元, null where nobody says. */
export interface FundsLine {
  readonly planned: string | null;
  readonly adjusted: string | null;
  readonly spent: string | null;
}

/** 年度资金总额, and of it 财政拨款, 上年结转资金 and 其他资金. */
export interface Funds {
  readonly total: FundsLine;
  readonly fiscal: FundsLine;
  readonly carriedOver: FundsLine;
  readonly other: FundsLine;
}

const CARRIED_OVER = '结转';
const EMPTY: FundsLine = { planned: null, adjusted: null, spent: null };

/**
 * Spending is reported for the sheet as a whole. Where all of its money is fiscal, so is all that was spent; where it
 * comes from several sources, nobody knows which was spent first, and the lines below the total stay open.
 */
export function fundsOf({ funding, score }: ReportedSheet): Funds {
  const total = {
    planned: funding.total,
    adjusted: score.execution.budget ?? funding.total,
    spent: score.execution.spent,
  };
  const carried = funding.sources.filter(({ name }) => name.includes(CARRIED_OVER)).map(({ amount }) => exact(amount));
  const carriedOver = carried.length > 0 ? fixed(sum(carried), 2) : null;
  const isAllFiscal =
    funding.total !== null && funding.fiscal !== null && exact(funding.fiscal).equals(exact(funding.total));
  return {
    total,
    fiscal: isAllFiscal ? { ...total, planned: funding.fiscal } : { ...EMPTY, planned: funding.fiscal },
    carriedOver: { ...EMPTY, planned: carriedOver },
    other: { ...EMPTY, planned: funding.other },
  };
}
