import type { Month } from '../calendar/month.js';
import { isBefore } from '../entries/due.js';
import type { Explanation } from './explanation.js';
import type { ScoreStatus } from './judgement.js';

/** What is looked at of a score. */
export interface Seen {
  readonly status: ScoreStatus;
  readonly explanation: Pick<Explanation, 'firstMonth' | 'notes'>;
}

/**
 * How an indicator stands in a month, each a thing of its own: before the first month that is asked for; after its last; not
 * applicable; handed in, and nobody has decided yet; not due; nothing approved of it; judged, with a value or a grade.
 */
export const STANDINGS = ['not-begun', 'ended', 'not-applicable', 'waiting', 'not-due', 'missing', 'judged'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(one: Seen, asOf: Month): Standing {
  const { status, explanation } = one;
  if (isBeforeFirst(one, asOf)) return 'not-begun';
  if (explanation.notes.includes('ended')) return 'ended';
  if (status === 'not-applicable') return 'not-applicable';
  if (status === 'scored') return 'judged';
  if (explanation.notes.includes('waiting')) return 'waiting';
  return explanation.notes.includes('not-due') ? 'not-due' : 'missing';
}

/** Whether the indicator was taken up after the month: nobody was asked for it, and its 0 points say nothing. */
export const isBeforeFirst = ({ explanation }: Pick<Seen, 'explanation'>, asOf: Month): boolean =>
  isBefore(explanation, asOf);

/**
 * Whether nothing of a sheet can be judged in the month because it is entered from a later one on: what is not before its
 * first month is not due, or does not apply.
 */
export const isUnjudged = ({
  asOf,
  indicators,
}: {
  readonly asOf: Month;
  readonly indicators: readonly Seen[];
}): boolean =>
  indicators.some((one) => isBeforeFirst(one, asOf)) &&
  indicators.every(({ status, explanation }) => status === 'not-applicable' || explanation.notes.includes('not-due'));
