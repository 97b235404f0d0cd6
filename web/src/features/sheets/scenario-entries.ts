import { exact, HUNDRED, plain, sum } from '../../../../src/domain/exact.js';
import { monthOf, monthsBetween } from '../../../../src/domain/month.js';
import type { components } from '../../api/schema.js';
import type { Policy, SheetIndicator, TargetSheet } from '../../api/types.js';
import { gradeOf } from './assumed-score.js';

type AssumedEntry = components['schemas']['AssumedEntryDto'];
export type Reached = Readonly<Record<string, string>>;

/** What is assumed for the end of the year as months that add up to it: so the service keeps scenarios. */
export function entriesOf(sheet: TargetSheet, reached: Reached, policy: Policy): AssumedEntry[] {
  const months = monthsBetween(monthOf(sheet.fiscalYear, 1), monthOf(sheet.fiscalYear, 12));
  return sheet.indicators.flatMap((indicator) => {
    const value = reached[indicator.id];
    if (value === undefined) return [];
    return months.map((month, place) => ({
      indicatorId: indicator.id,
      month,
      ...contentOf(indicator, value, place === months.length - 1, policy),
    }));
  });
}

function contentOf({ comparator, aggregation }: SheetIndicator, value: string, isLast: boolean, policy: Policy) {
  if (comparator === 'qualitative') return { grade: gradeOf(value, policy), coefficient: value };
  if (aggregation === 'ratio') return { numerator: value, denominator: '100' };
  // A sum is reached in December; everything else stays as it is from January on.
  return { value: aggregation === 'sum' && !isLast ? '0' : value };
}

/** What a scenario assumes for the end of the year, by indicator. */
export function reachedIn(sheet: TargetSheet, entries: readonly AssumedEntry[]): Reached {
  return Object.fromEntries(
    sheet.indicators.flatMap((indicator) => {
      const own = entries.filter(({ indicatorId }) => indicatorId === indicator.id);
      const value = valueOf(indicator, own);
      return value === null ? [] : [[indicator.id, value]];
    }),
  );
}

function valueOf({ comparator, aggregation }: SheetIndicator, entries: readonly AssumedEntry[]): string | null {
  const last = entries.at(-1);
  if (!last) return null;
  if (comparator === 'qualitative') return last.coefficient ?? null;
  if (aggregation === 'sum') return plain(sum(entries.map(({ value }) => exact(value ?? '0'))));
  if (aggregation !== 'ratio') return last.value ?? null;
  if (last.numerator == null || last.denominator == null || exact(last.denominator).equals(0)) return null;
  return plain(exact(last.numerator).div(exact(last.denominator)).mul(HUNDRED));
}
