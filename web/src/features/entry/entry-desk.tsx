import { useMemo } from 'react';
import type { Policy } from '@domain/policy.js';
import type { IndicatorMonths } from '../../api/types.js';
import { EntryBar } from './entry-bar.js';
import { MonthGrid } from './grid/month/month-grid.js';
import { useGrid } from './grid/use-grid.js';
import { YearGrid } from './grid/year/year-grid.js';

interface EntryDeskProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly policies: readonly Policy[];
  readonly month: string;
  /** Of the year; shown together where `view` says so. */
  readonly months: readonly string[];
  readonly view: 'month' | 'year';
}

/** The grid, one month or all, and what is done with it as a whole. */
export function EntryDesk({ indicators, policies, month, months, view }: EntryDeskProps) {
  const byName = useMemo(() => new Map(policies.map((policy) => [policy.name, policy])), [policies]);
  const grid = useGrid(indicators, byName);
  const entries = grid.rows.map((row) => grid.entryOf(row, month));
  const shown = view === 'month' ? entries : grid.rows.flatMap((row) => months.map((one) => grid.entryOf(row, one)));
  return (
    <div className="entry-desk">
      <EntryBar month={month} entries={entries} shown={shown} />
      {view === 'year' ? (
        <YearGrid grid={grid} month={month} months={months} policies={byName} />
      ) : (
        <MonthGrid key={month} grid={grid} month={month} policies={byName} />
      )}
    </div>
  );
}
