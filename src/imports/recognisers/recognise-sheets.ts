import type { TableDocument } from '../table-model.js';
import { budgetTables } from './budget/budget-tables.js';
import { linesOf } from './lines/document-lines.js';
import type { RecognisedSheet, Recognition } from './recognised-sheet.js';
import { sheetInRegion } from './sheets/sheet-in-region.js';
import { sheetRegions } from './sheets/sheet-regions.js';
import { withSplitLabelsJoined } from './rows/split-rows.js';
import { withStackedCellsInRows } from './rows/stacked-cells.js';

/** Finds the target sheets in a document. A title in a table of contents has no table near it and is passed over. */
export function recogniseSheets(document: TableDocument): Recognition {
  const lines = withSplitLabelsJoined(withStackedCellsInRows(linesOf(document)));
  const regions = sheetRegions(lines);
  const read = regions.flatMap((region) => {
    return region.header ? [sheetInRegion(region, region.header.columns, document.title)] : [];
  });
  const isEmpty = ({ draft, unread }: RecognisedSheet) => draft.indicators.length === 0 && unread.length === 0;
  const withoutTable = regions.flatMap(({ title, header, head }) => {
    const hasTable = head.slice(0, NEAR_THE_TITLE).some(({ isRow }) => isRow);
    return title && !header && hasTable
      ? [{ text: title.cells.map(({ text }) => text).join(''), source: title.source }]
      : [];
  });
  return {
    sheets: read.filter((sheet) => !isEmpty(sheet)),
    withoutTable,
    empty: read.filter(isEmpty).map(({ title, source }) => ({ text: title, source: source ?? '' })),
    budget: budgetTables(lines),
  };
}

/** Lines below a title in which its table should have begun. */
const NEAR_THE_TITLE = 4;
