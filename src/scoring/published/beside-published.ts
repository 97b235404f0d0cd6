import { exact, plain } from '../../domain/exact.js';
import type { PublishedResult, PublishedTotals } from '../../targets/sheets/published.js';
import type { shownScore } from '../shown-score.js';

/** Ours less the published one; null where one of the two is not there. */
interface Difference {
  readonly difference: string | null;
}

/** What the document of a sheet has published; null: nothing, as a plan. */
export interface PublishedFigures {
  readonly sheet: PublishedTotals | null;
  readonly indicators: ReadonlyMap<string, PublishedResult>;
}

type Shown = ReturnType<typeof shownScore>;

/** Our score with the published one beside it, which is that of the whole year. */
export function besidePublished({ indicators, ...score }: Shown, published: PublishedFigures) {
  const { sheet } = published;
  const totals: (PublishedTotals & Difference & { executionDifference: string | null }) | null = sheet && {
    ...sheet,
    difference: less(score.raw, sheet.total),
    executionDifference: less(score.execution.score, sheet.executionScore),
  };
  return {
    ...score,
    published: totals,
    indicators: indicators.map((indicator) => {
      const result = published.indicators.get(indicator.indicatorId) ?? null;
      const beside: (PublishedResult & Difference) | null = result && {
        ...result,
        difference: less(indicator.score, result.score),
      };
      return { ...indicator, published: beside };
    }),
  };
}

const less = (ours: string | null, theirs: string | null): string | null =>
  ours === null || theirs === null ? null : plain(exact(ours).sub(exact(theirs)));
