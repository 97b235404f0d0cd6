import { exact } from '../../domain/exact.js';
import type { ScoredSheet } from '../../scoring/scored-sheet.js';
import type { LeagueLine } from './report-content.js';

interface Named {
  readonly department: string;
  readonly project: string | null;
}

/** Points that an indicator lost. */
export interface Loss extends Named {
  readonly indicatorId: string;
  readonly lost: string;
  readonly weight: string;
}

export function leagueLine({ department, project }: Named, score: ScoredSheet): LeagueLine {
  const lights = { green: 0, amber: 0, red: 0, grey: 0 };
  for (const { pace } of score.indicators) lights[pace.light] += 1;
  const { raw, max, normalised, rating, provisional, execution } = score;
  return { department, project, raw, max, normalised, rating, provisional, executionRate: execution.rate, lights };
}

/** Best first; sheets without a score at the end. */
export function byScore(a: LeagueLine, b: LeagueLine): number {
  if (a.normalised === null || b.normalised === null)
    return Number(a.normalised === null) - Number(b.normalised === null);
  return descending(a.normalised, b.normalised);
}

export const lossesOf = ({ department, project }: Named, score: ScoredSheet): Loss[] =>
  score.indicators.flatMap(({ indicatorId, max, explanation: { lost } }) =>
    lost !== null && exact(lost).gt(0) ? [{ department, project, indicatorId, lost, weight: max }] : [],
  );

/** Most points first. */
export const byLoss = (a: Loss, b: Loss): number => descending(a.lost, b.lost);

function descending(a: string, b: string): number {
  const [first, second] = [exact(a), exact(b)];
  return Number(first.lt(second)) - Number(first.gt(second));
}
