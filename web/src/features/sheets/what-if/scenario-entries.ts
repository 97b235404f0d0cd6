import { actualValue } from '@domain/entries/actual-value.js';
import { statisticsOf } from '@domain/entries/entry-statistics.js';
import { plain } from '@domain/exact.js';
import type { components } from '../../../api/schema.js';
import type { Policy, SheetIndicator, TargetSheet } from '../../../api/types.js';
import { IN_TIME, monthsReaching } from './assumed-months.js';

type AssumedEntry = components['schemas']['AssumedEntryDto'];
export type Reached = Readonly<Record<string, string>>;

/** What is assumed for the end of the year as months that add up to it: so the service keeps scenarios. */
export function entriesOf(sheet: TargetSheet, reached: Reached, policy: Policy): AssumedEntry[] {
  return sheet.indicators.flatMap((indicator) => {
    const value = reached[indicator.id];
    if (value === undefined) return [];
    const months = monthsReaching(indicator, value, sheet.fiscalYear, policy);
    return months.map((entry) => ({ ...entry, indicatorId: indicator.id }));
  });
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

function valueOf(indicator: SheetIndicator, entries: readonly AssumedEntry[]): string | null {
  const last = entries.at(-1);
  if (!last) return null;
  if (indicator.comparator === 'by') return last.completedOn == null ? null : IN_TIME;
  if (indicator.comparator === 'qualitative') return last.coefficient ?? null;
  // Judged on its own, every period has the value; its mean over the months would not.
  const own = indicator.aggregation === 'sum' ? entries : [last];
  const actual = actualValue(indicator, statisticsOf(own));
  return actual && plain(actual);
}
