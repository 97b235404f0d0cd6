import type { IndicatorMonths } from '../../../api/types.js';

/** A line of the grid: an indicator, or all that a shared measure feeds. */
export interface GridRow {
  /** Of the indicator, or of the measure. */
  readonly id: string;
  readonly isMeasure: boolean;
  /** Counted over all sheets, in the order shown. */
  readonly row: number;
  /** The first one gives the row its name and target. */
  readonly indicators: readonly [IndicatorMonths, ...IndicatorMonths[]];
}

export interface GridSheet {
  readonly id: string;
  readonly rows: readonly GridRow[];
}

/** Sheet by sheet; what a measure feeds stands once, where it comes first. Rows are numbered as they are shown. */
export function gridSheets(indicators: readonly IndicatorMonths[]): GridSheet[] {
  const fed = new Map<string, IndicatorMonths[]>();
  for (const indicator of indicators) {
    const id = indicator.measureId ?? indicator.id;
    fed.set(id, [...(fed.get(id) ?? []), indicator]);
  }
  const sheets = new Map<string, [string, boolean, GridRow['indicators']][]>();
  for (const [id, [first, ...others]] of fed) {
    if (!first) continue;
    const rows = sheets.get(first.sheet.id) ?? [];
    sheets.set(first.sheet.id, [...rows, [id, first.measureId !== null, [first, ...others]]]);
  }
  let row = 0;
  return [...sheets].map(([sheetId, rows]) => ({
    id: sheetId,
    rows: rows.map(([id, isMeasure, members]) => ({ id, isMeasure, row: row++, indicators: members })),
  }));
}

/** Whether nothing of it has changed: each saving brings a new list of all rows. */
export const isSameRow = (a: GridRow, b: GridRow): boolean =>
  a.row === b.row &&
  a.indicators.length === b.indicators.length &&
  a.indicators.every((indicator, index) => indicator === b.indicators[index]);
