import type { DoubtedDraft } from './applied/repairable-draft.js';

/** A draft in figures, for lists. */
export interface DraftSummary {
  readonly sheets: number;
  readonly indicators: number;
  /** As printed. */
  readonly departments: readonly string[];
  /** Open ones, by severity. */
  readonly doubts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly answered: number;
}

export function summaryOf({ sheets, doubts }: DoubtedDraft): DraftSummary {
  const open = doubts.filter(({ answered }) => answered === null);
  const count = (severity: 'error' | 'warning' | 'info') => open.filter((doubt) => doubt.severity === severity).length;
  return {
    sheets: sheets.length,
    indicators: sheets.reduce((sum, { indicators }) => sum + indicators.length, 0),
    departments: [...new Set(sheets.flatMap(({ department }) => department ?? []))],
    doubts: { error: count('error'), warning: count('warning'), info: count('info') },
    answered: doubts.length - open.length,
  };
}
