import type { Cell, TableDocument } from '../table-model.js';
import { budgetProse } from './budget/budget-prose.js';
import { budgetTables } from './budget/budget-tables.js';
import { namedSections } from './head/named-sections.js';
import { namesMoneyUnit, statedUnit } from './lines/amount-cell.js';
import { filledCells, type Line, linesOf } from './lines/document-lines.js';
import type { RecognisedSheet, Recognition } from './recognised-sheet.js';
import { sheetsInRegion } from './sheets/sheets-in-region.js';
import { sheetRegions } from './sheets/sheet-regions.js';
import { rowsWithoutHeader } from './sheets/rows-without-header.js';
import { withHalvesBelowEachOther } from './sheets/side-by-side.js';
import { withTurnedTablesUpright } from './sheets/turned-tables.js';
import { spacedHeaders, suspectedHeaders } from './sheets/suspected-headers.js';
import { withSplitLabelsJoined } from './rows/split-rows.js';
import { withStackedCellsInRows } from './rows/stacked-cells.js';

/** Finds the target sheets in a document. A title in a table of contents has no table near it and is passed over. */
export function recogniseSheets(document: TableDocument): Recognition {
  const lines = inReadingOrder(withSplitLabelsJoined(withStackedCellsInRows(linesOf(document))));
  const regions = sheetRegions(lines);
  const unit = statedUnit(lines);
  const read = regions.flatMap((region) =>
    region.header ? sheetsInRegion(region, region.header, document.title, unit) : [],
  );
  const isEmpty = ({ draft, unread, headers }: RecognisedSheet) =>
    draft.indicators.length === 0 && unread.length === 0 && headers.every(({ columns }) => columns !== null);
  const hasNoColumns = ({ draft, headers }: RecognisedSheet) =>
    draft.indicators.length === 0 && headers.some(({ columns }) => columns === null);
  const withoutTable = regions.flatMap(({ title, header, head }) => {
    const hasTable = head.slice(0, NEAR_THE_TITLE).some(({ isRow }) => isRow);
    return title && !header && hasTable ? [printed(title)] : [];
  });
  const isUnitAssumed = !namesMoneyUnit(lines);
  const sheets = read.filter((sheet) => !isEmpty(sheet) && !hasNoColumns(sheet));
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, isUnitAssumed })),
    withoutTable,
    unreadHeaders: [...suspectedHeaders(regions, read), ...spacedHeaders(lines)],
    headless: rowsWithoutHeader(lines, regions),
    empty: read.filter(isEmpty).map(({ title, source }) => ({ text: title, source: source ?? '' })),
    unseen: document.unseen,
    recognised: document.recognised ?? [],
    budget: budgetTables(lines),
    prose: budgetProse(lines),
    namedSections: namedSections(lines),
  };
}

/** As if every table stood upright and alone. */
const inReadingOrder = (lines: readonly Line[]): Line[] => withHalvesBelowEachOther(withTurnedTablesUpright(lines));

/** Lines below a title in which its table should have begun. */
const NEAR_THE_TITLE = 4;

const printed = (line: Line): Cell => ({
  text: filledCells(line)
    .map(({ text }) => text)
    .join(''),
  source: line.source,
});
