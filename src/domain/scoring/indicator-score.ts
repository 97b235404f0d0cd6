import type { EntryStatistics } from '../entries/entry-statistics.js';
import { fixed, plain, ZERO } from '../exact.js';
import { isPerPeriod } from '../aggregation.js';
import type { Indicator } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import { shortfallOf } from '../outlook/shortfall.js';
import type { Policy } from '../policy.js';
import type { Window } from '../calendar/window.js';
import type { Explanation } from './explanation.js';
import { isProvisional, judge, type Judgement, type ScoreOverride, type ScoreStatus } from './judgement.js';
import { ruleOf } from './measurement.js';
import { notesOn } from './notes.js';

export type ScoreFlag = 'over-target';

/** Points of one indicator; decimal strings. Null where a number does not exist, which is not the same as 0. */
export interface IndicatorScore {
  /** The value reached, or the day of completion. */
  readonly actual: string | null;
  readonly completion: string | null;
  readonly met: boolean | null;
  /** Rounded half-up to 2 decimals, or the reviewer's; null when not applicable. */
  readonly score: string | null;
  /** What the formula gives, whatever a reviewer decided. */
  readonly formulaScore: string | null;
  readonly override: ScoreOverride | null;
  readonly max: string;
  readonly status: ScoreStatus;
  /** A month is missing that could still change the score. */
  readonly provisional: boolean;
  readonly flags: readonly ScoreFlag[];
  readonly explanation: Explanation;
}

/**
 * Scores one indicator as of a month against its full-year target (design, domain §3).
 * @throws DomainError `target-negative`, `target-missing`.
 */
export function scoreIndicator(
  indicator: Indicator,
  statistics: EntryStatistics,
  asOf: Month,
  policy: Policy,
  window?: Window,
): IndicatorScore {
  return printed(judge({ indicator, statistics }, asOf, policy, window), policy);
}

/** The judgement as decimal strings, with its explanation. */
export function printed(judgement: Judgement, policy: Policy): IndicatorScore {
  const { indicator, statistics, status, missing, points, weight, actual, completion } = judgement;
  const score = judgement.score && fixed(judgement.score, 2);
  const shortfall = shortfallOf(judgement, policy);
  return {
    actual: actual ? plain(actual) : (statistics.completedOn ?? null),
    completion: completion && plain(completion),
    met: judgement.met,
    score,
    formulaScore: score && fixed(points?.score ?? ZERO, 2),
    override: judgement.override,
    max: plain(weight),
    status,
    provisional: isProvisional(judgement),
    flags: points?.overTarget ? ['over-target'] : [],
    explanation: {
      policy: { name: policy.name, version: policy.version },
      rule: ruleOf(indicator),
      comparator: indicator.comparator,
      target: indicator.target,
      targetUpper: indicator.targetUpper,
      ...earlierTargets(indicator),
      ...(indicator.firstMonth != null && { firstMonth: indicator.firstMonth }),
      ...(indicator.endMonth != null && { endMonth: indicator.endMonth }),
      unit: indicator.unit,
      aggregation: indicator.aggregation,
      statistics,
      missing,
      months: judgement.months.map(({ month, value, completion: share }) => ({
        month,
        value,
        completion: plain(share),
      })),
      weight: plain(weight),
      factor: points && plain(points.factor),
      deducted: plain(points?.deducted ?? ZERO),
      lost: score && plain(shortfall.lost),
      notDue: plain(shortfall.notDue),
      notes: notesOn(judgement),
    },
  };
}

/** Those that some period is still judged by; nothing where all are judged by the one in force. */
function earlierTargets({ aggregation, targets = [], ...now }: Indicator): Pick<Explanation, 'earlierTargets'> {
  if (!isPerPeriod(aggregation)) return {};
  const kept = targets.filter(({ from }, index) => targets[index + 1]?.from !== from);
  const texts = [...kept.slice(0, -1), now].map(boundsOf);
  const earlier = kept.slice(0, -1).filter((_, index) => texts[index] !== texts[index + 1]);
  if (earlier.length === 0) return {};
  return {
    earlierTargets: earlier.map(({ from, comparator, target, targetUpper }) => ({
      from,
      comparator,
      target,
      targetUpper,
    })),
  };
}

const boundsOf = ({
  comparator,
  target,
  targetUpper,
}: Pick<Indicator, 'comparator' | 'target' | 'targetUpper'>): string =>
  JSON.stringify([comparator, target, targetUpper]);
