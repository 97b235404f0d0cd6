import { actualValue } from '@domain/entries/actual-value.js';
import { statisticsOf } from '@domain/entries/entry-statistics.js';
import { exact, plain } from '@domain/exact.js';
import { monthOf, monthsBetween, yearOf } from '@domain/calendar/month.js';
import type { IndicatorMonths, ProgressEntry, ScoredIndicator } from '../../../api/types.js';
import { monthlyValue } from '../monthly-value.js';

/** A month of the chart; decimal strings, null where there is nothing to draw. */
export interface YearPoint {
  readonly month: string;
  /** Of the month alone. */
  readonly value: string | null;
  /** Of the year up to it; what is left where a ceiling burns down. */
  readonly total: string | null;
  /** What the plan by months asks for by its end; what may be left, where a ceiling burns down. */
  readonly planned: string | null;
  readonly forecast: string | null;
  readonly low: string | null;
  /** From `low` up to the best case. */
  readonly spread: string | null;
}

export type ChartedIndicator = Pick<
  IndicatorMonths,
  'name' | 'unit' | 'aggregation' | 'comparator' | 'target' | 'firstMonth'
> & { readonly milestones?: readonly { readonly month: string; readonly target: string }[] };

interface Shown {
  readonly asOf: string;
  readonly burnsDown: boolean;
}

export function indicatorYear(
  indicator: ChartedIndicator,
  outlook: ScoredIndicator['outlook'] | null,
  entries: readonly ProgressEntry[],
  { asOf, burnsDown }: Shown,
): YearPoint[] {
  const { aggregation, target, milestones = [] } = indicator;
  const approved = entries.filter(({ status, month }) => status === 'approved' && month <= asOf);
  const path = new Map(outlook?.forecast?.path.map((point) => [point.month, point]));
  const left = (text: string): string => (burnsDown ? plain(exact(target ?? '0').sub(exact(text))) : text);
  return monthsBetween(monthOf(yearOf(asOf), 1), monthOf(yearOf(asOf), 12)).map((month) => {
    const entry = entries.find((candidate) => candidate.month === month);
    const reached =
      aggregation === null || month > asOf
        ? null
        : actualValue(indicator, statisticsOf(approved.filter((candidate) => candidate.month <= month)));
    const total = reached && left(plain(reached, 12));
    const ahead = path.get(month);
    const milestone = milestones.find((one) => one.month === month);
    const planned = milestone ? left(milestone.target) : null;
    if (!ahead) {
      // The forecast begins where the line ends.
      const start = month === asOf && path.size > 0 ? total : null;
      return {
        month,
        value: entry ? monthlyValue(indicator, entry) : null,
        total,
        planned,
        forecast: start,
        low: start,
        spread: start && '0',
      };
    }
    const [low, high] = burnsDown ? [left(ahead.high), left(ahead.low)] : [ahead.low, ahead.high];
    return {
      month,
      value: entry ? monthlyValue(indicator, entry) : null,
      total: null,
      planned,
      forecast: left(ahead.value),
      low,
      spread: plain(exact(high).sub(exact(low))),
    };
  });
}
