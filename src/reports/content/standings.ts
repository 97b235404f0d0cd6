import { exact, plain } from '../../domain/exact.js';
import { isUnjudged } from '../../domain/scoring/unjudged.js';
import type { ScoredSheet } from '../../scoring/scored-sheet.js';
import type { LeagueLine } from './report-content.js';

interface Named {
  readonly department: string;
  readonly project: string | null;
}

/** Points that an indicator lacks against its target to date; what is not due lacks none. */
export interface Loss extends Named {
  readonly indicatorId: string;
  readonly lost: string;
  readonly score: string | null;
  readonly weight: string;
}

/** Before the sheets are ranked. */
export type UnrankedLine = Omit<LeagueLine, 'rank'>;

export function leagueLine({ department, project }: Named, score: ScoredSheet): UnrankedLine {
  const lights = { green: 0, amber: 0, red: 0, grey: 0 };
  for (const { pace } of score.indicators) lights[pace.light] += 1;
  const { raw, max, provisional, execution, pace } = score;
  // What nobody was asked for yet is no 0 points.
  const { normalised, rating } = isUnjudged(score) ? { normalised: null, rating: null } : score;
  return {
    department,
    project,
    raw,
    max,
    normalised,
    rating,
    paceNormalised: pace.normalised,
    paceRating: pace.rating,
    provisional,
    executionRate: execution.rate,
    lights,
  };
}

/** By pace, then by what is earned, the best first; equal paces share a rank, and sheets of which nothing is due stand last. */
export function ranked(lines: readonly UnrankedLine[]): LeagueLine[] {
  const inOrder = lines.toSorted((a, b) => byPace(a, b) || descending(a.normalised, b.normalised));
  let rank = 0;
  return inOrder.map((line, index) => {
    const before = inOrder[index - 1];
    if (!before || byPace(before, line) !== 0) rank = index + 1;
    return { ...line, rank };
  });
}

export const lossesOf = ({ department, project }: Named, score: ScoredSheet): Loss[] =>
  score.indicators.flatMap(({ indicatorId, max, score: earned, pace }) => {
    const lost = pace.score === null ? null : exact(max).sub(exact(pace.score));
    return lost?.gt(0) ? [{ department, project, indicatorId, lost: plain(lost), score: earned, weight: max }] : [];
  });

/** Most points first. */
export const byLoss = (a: Loss, b: Loss): number => descending(a.lost, b.lost);

const byPace = (a: UnrankedLine, b: UnrankedLine): number => descending(a.paceNormalised, b.paceNormalised);

/** What there is no number of stands last. */
function descending(a: string | null | undefined, b: string | null | undefined): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  const [first, second] = [exact(a), exact(b)];
  return Number(first.lt(second)) - Number(first.gt(second));
}
