import { useCallback, useEffect, useMemo } from 'react';
import type { Policy } from '@domain/policy.js';
import type { IndicatorMonths } from '../../../api/types.js';
import type { Find } from '../saving/entry-saving.js';
import { useSaving } from '../saving/use-saving.js';
import { type GridEntry, gridEntry } from './grid-entry.js';
import { type GridRow, type GridSheet, gridSheets } from './grid-rows.js';

/** What a grid shows, and where in it an entry is found. */
export interface Grid {
  readonly sheets: readonly GridSheet[];
  readonly rows: readonly GridRow[];
  readonly entryOf: (row: GridRow, month: string) => GridEntry;
  readonly find: Find;
}

/** @returns null where the grid has no such row or month */
export const entryIn = (grid: Grid, row: GridRow | undefined, month: string | undefined): GridEntry | null =>
  row && month !== undefined ? grid.entryOf(row, month) : null;

/** The grid of the indicators; what was typed into it earlier and never saved stands in it again. */
export function useGrid(indicators: readonly IndicatorMonths[], policies: ReadonlyMap<string, Policy>): Grid {
  const saving = useSaving();
  const sheets = useMemo(
    () => gridSheets(indicators.filter(({ sheet }) => policies.has(sheet.policy))),
    [indicators, policies],
  );
  const rows = useMemo(() => sheets.flatMap((sheet) => sheet.rows), [sheets]);
  const entryOf = useCallback(
    (row: GridRow, month: string) => {
      const policy = policies.get(row.indicators[0].sheet.policy);
      if (!policy) throw new Error('a row without its policy');
      return gridEntry(row, month, policy);
    },
    [policies],
  );
  const find: Find = useCallback(
    ({ key, month }) => {
      const row = rows.find(({ id }) => key === `${id} ${month}`);
      return row ? entryOf(row, month) : null;
    },
    [rows, entryOf],
  );
  useEffect(() => {
    saving.meet(find);
  }, [saving, find]);
  return useMemo(() => ({ sheets, rows, entryOf, find }), [sheets, rows, entryOf, find]);
}
