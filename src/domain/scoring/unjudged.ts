import type { Month } from '../calendar/month.js';
import { isBefore } from '../entries/due.js';
import type { IndicatorScore } from './indicator-score.js';

type Scored = Pick<IndicatorScore, 'status' | 'explanation'>;

/** Whether the indicator was taken up after the month: nobody was asked for it, and its 0 points say nothing. */
export const isBeforeFirst = ({ explanation }: Scored, asOf: Month): boolean => isBefore(explanation, asOf);

/**
 * Whether nothing of a sheet can be judged in the month because it is entered from a later one on: what is not before its
 * first month is not due, or does not apply.
 */
export const isUnjudged = ({ asOf, indicators }: { readonly asOf: Month; readonly indicators: readonly Scored[] }) =>
  indicators.some((one) => isBeforeFirst(one, asOf)) &&
  indicators.every(({ status, explanation }) => status === 'not-applicable' || explanation.notes.includes('not-due'));
