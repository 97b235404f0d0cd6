import { useMemo } from 'react';
import { asOfMonth } from '../shown/as-of-month.js';
import { MonthsChart } from '../shown/entry-year/months-chart.js';
import type { WaitingEntry } from './waiting-entry.js';

/** The year as it would stand if the entry were approved; a target without a number has none to draw. */
export function ReviewChart({ indicator, entry }: WaitingEntry) {
  const { month } = entry;
  const then = useMemo(() => asOfMonth(indicator, month), [indicator, month]);
  const entries = useMemo(
    () => indicator.entries.map((one) => (one.month === month ? { ...one, status: 'approved' as const } : one)),
    [indicator.entries, month],
  );
  if (then.comparator === 'qualitative' || then.comparator === 'by') return null;
  return <MonthsChart indicator={then} outlook={null} entries={entries} asOf={month} />;
}
