import { exact, plain, sum } from '../../../domain/exact.js';
import type { IndicatorDraft } from '../../sheet-draft.js';
import type { GroupWeight, Levels } from './levels.js';

/** A sum of weights that a table prints, beside what its rows give. */
export interface PrintedSum {
  readonly name: string;
  readonly printed: string;
  readonly counted: string;
  /** How many rows there were. */
  readonly rows: number;
  readonly source: string;
}

type Weighted = Pick<IndicatorDraft, 'weight'>;

export function weightTotal(indicators: readonly Weighted[]): string {
  return plain(sum(indicators.map(({ weight }) => exact(weight ?? '0'))));
}

/** A row 小计 or 合计 with the rows above it that no other 小计 has. */
export function sumAbove(
  { name, printed, source }: Pick<PrintedSum, 'name' | 'printed' | 'source'>,
  before: readonly PrintedSum[],
  indicators: readonly Weighted[],
): PrintedSum {
  const from = name === '合计' ? 0 : (before.findLast((other) => other.name === '小计')?.rows ?? 0);
  return { name, printed, counted: weightTotal(indicators.slice(from)), rows: indicators.length, source };
}

/** A sum can stand above its rows, and a 小计 can take in those before it: what agrees with a group that begins or ends there is right. */
export function withGroupsBelow(sums: readonly PrintedSum[], indicators: readonly Weighted[]): PrintedSum[] {
  const bounds = [0, ...sums.map(({ rows }) => rows), indicators.length];
  return sums.map((one) => {
    const parts = bounds.map((bound) => indicators.slice(Math.min(bound, one.rows), Math.max(bound, one.rows)));
    const agreeing = parts.map(weightTotal).find((total) => exact(total).equals(exact(one.printed)));
    const isAbove = one.rows === 0 && one.name === '合计';
    return { ...one, counted: agreeing ?? (isAbove ? weightTotal(indicators) : one.counted) };
  });
}

export function groupSum(
  indicators: readonly IndicatorDraft[],
  { level, name, weight, source, ...levels }: GroupWeight & Levels,
): PrintedSum {
  const parts = indicators.filter((indicator) => indicator[level] === name && indicator.level1 === levels.level1);
  return { name, printed: weight, counted: weightTotal(parts), rows: parts.length, source };
}
