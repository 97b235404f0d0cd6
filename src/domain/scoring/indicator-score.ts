import type { EntryStatistics } from '../entry-statistics.js';
import { exact, type Exact, fixed, ONE, plain, ZERO } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { type Month, monthNumber } from '../month.js';
import type { Policy } from '../policy.js';
import type { Explanation } from './explanation.js';
import { measure, type Measurement, ruleOf } from './measurement.js';
import { notesOn } from './notes.js';

export type ScoreStatus = 'scored' | 'not-applicable' | 'nothing-reported';
export type ScoreFlag = 'over-target';

/** Points of one indicator; decimal strings. Null where a number does not exist, which is not the same as 0. */
export interface IndicatorScore {
  readonly actual: string | null;
  readonly completion: string | null;
  readonly met: boolean | null;
  /** Rounded half-up to 2 decimals; null when not applicable. */
  readonly score: string | null;
  readonly max: string;
  readonly status: ScoreStatus;
  /** A month is missing that could still change the score. */
  readonly provisional: boolean;
  readonly flags: readonly ScoreFlag[];
  readonly explanation: Explanation;
}

const NEEDS_EVERY_MONTH: readonly (string | null)[] = ['sum', 'ratio', 'each-month'];

/**
 * Scores one indicator as of a month against its full-year target (design, domain §3).
 * @throws DomainError `target-negative`, `target-missing`, `coefficient-outside-band`.
 */
export function scoreIndicator(
  indicator: Indicator,
  statistics: EntryStatistics,
  asOf: Month,
  policy: Policy,
): IndicatorScore {
  const missing = Math.max(0, expectedMonths(indicator, asOf) - statistics.reported - statistics.notApplicable);
  const measured = measure(indicator, statistics, missing, policy);
  const status = statusOf(indicator, statistics, measured);
  const unsettled = NEEDS_EVERY_MONTH.includes(indicator.aggregation) ? missing : 0;
  const points = status === 'scored' ? pointsFor(indicator, statistics, measured, policy) : null;
  const deducted =
    points?.overTarget && policy.deviation.action === 'deduct' ? exact(policy.deviation.points ?? '0') : ZERO;
  const weight = exact(indicator.weight);
  const earned = weight.mul(points?.factor ?? ZERO).sub(deducted);
  const score = status === 'not-applicable' ? null : fixed(earned.lt(0) ? ZERO : earned, 2);
  return {
    actual: measured.actual && plain(measured.actual),
    completion: measured.completion && plain(measured.completion),
    met: measured.met,
    score,
    max: plain(weight),
    status,
    provisional: status === 'nothing-reported' || unsettled > 0,
    flags: points?.overTarget ? ['over-target'] : [],
    explanation: {
      policy: { name: policy.name, version: policy.version },
      rule: ruleOf(indicator),
      comparator: indicator.comparator,
      target: indicator.target,
      targetUpper: indicator.targetUpper,
      unit: indicator.unit,
      aggregation: indicator.aggregation,
      statistics,
      missing,
      months: measured.months,
      weight: plain(weight),
      factor: points && plain(points.factor),
      deducted: plain(deducted),
      lost: score && plain(weight.sub(exact(score))),
      notes: notesOn({
        indicator,
        asOf,
        status,
        actual: measured.actual,
        missing: unsettled,
        overTarget: points?.overTarget ?? false,
        deducted,
      }),
    },
  };
}

/** Months up to `asOf` that should have an entry; an indicator that is due once a year expects one, in its month. */
function expectedMonths({ dueMonth }: Indicator, asOf: Month): number {
  if (dueMonth == null) return monthNumber(asOf);
  return monthNumber(asOf) >= dueMonth ? 1 : 0;
}

function statusOf({ comparator }: Indicator, statistics: EntryStatistics, { actual }: Measurement): ScoreStatus {
  if (statistics.reported === 0) return statistics.notApplicable > 0 ? 'not-applicable' : 'nothing-reported';
  return comparator !== 'qualitative' && actual === null ? 'not-applicable' : 'scored';
}

/** The share of the weight that is earned, and whether the target is exceeded beyond the policy's threshold. */
function pointsFor(
  indicator: Indicator,
  statistics: EntryStatistics,
  measured: Measurement,
  policy: Policy,
): { factor: Exact; overTarget: boolean } {
  const rule = ruleOf(indicator);
  const overTarget = isOverTarget(indicator, measured, policy);
  if (rule === 'qualitative') return { factor: exact(statistics.coefficient ?? '0'), overTarget };
  if (rule === 'direct') return { factor: measured.met ? ONE : ZERO, overTarget };
  const reached = measured.completion ?? ZERO;
  return { factor: rule === 'graded' ? gradedFactor(reached, policy) : reached, overTarget };
}

function gradedFactor(reached: Exact, { gradedSteps }: Policy): Exact {
  const step = gradedSteps.find(({ from }) => reached.gte(exact(from)));
  return step ? exact(step.coefficient) : ZERO;
}

function isOverTarget(
  { comparator, target, aggregation }: Indicator,
  { actual }: Measurement,
  { deviation }: Policy,
): boolean {
  if (actual === null || target === null || aggregation === 'each-month' || exact(target).lte(0)) return false;
  const watched = comparator === '>=' || comparator === '>' || (comparator === '=' && aggregation !== 'ratio');
  return watched && actual.gte(exact(target).mul(ONE.add(exact(deviation.threshold))));
}
