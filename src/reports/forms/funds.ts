import { exact, fixed, sum } from '../../domain/exact.js';
import type { ReportedSheet } from '../content/report-content.js';

/** One line of a form's funds: 万元, null where nobody says. */
export interface FundsLine {
  readonly planned: string | null;
  readonly adjusted: string | null;
  readonly spent: string | null;
  /** Spent share of the budget, 4 decimals. */
  readonly rate: string | null;
}

/** 年度资金总额, and of it 财政拨款, 上年结转资金 and 其他资金. */
export interface Funds {
  readonly total: FundsLine;
  readonly fiscal: FundsLine;
  readonly carriedOver: FundsLine;
  readonly other: FundsLine;
}

const CARRIED_OVER = '结转';

/**
 * Spending is reported by source, or for the sheet as a whole. Where all of its money is fiscal, so is all that was spent;
 * where it comes from several sources and only the whole was reported, the lines below the total stay open.
 */
export function fundsOf({ funding, score }: ReportedSheet): Funds {
  const total = {
    planned: funding.total,
    adjusted: score.execution.budget ?? funding.total,
    spent: score.execution.spent,
    rate: score.execution.rate,
  };
  const carried = funding.sources.filter(({ name }) => name.includes(CARRIED_OVER)).map(({ amount }) => exact(amount));
  const carriedOver = funding.carriedOver ?? (carried.length > 0 ? fixed(sum(carried), 2) : null);
  const isAllFiscal =
    funding.total !== null && funding.fiscal !== null && exact(funding.fiscal).equals(exact(funding.total));
  const spent = funding.spentBySource;
  const fiscal = { planned: funding.fiscal, adjusted: isAllFiscal ? total.adjusted : null };
  return {
    total,
    fiscal: withRate({ ...fiscal, spent: spent?.fiscal ?? (isAllFiscal ? total.spent : null) }),
    carriedOver: withRate({ planned: carriedOver, adjusted: null, spent: spent?.carriedOver ?? null }),
    other: withRate({ planned: funding.other, adjusted: null, spent: spent?.other ?? null }),
  };
}

function withRate(line: Omit<FundsLine, 'rate'>): FundsLine {
  const budget = line.adjusted ?? line.planned;
  const isKnown = line.spent !== null && budget !== null && exact(budget).gt(0);
  return { ...line, rate: isKnown ? fixed(exact(line.spent).div(exact(budget)), 4) : null };
}
