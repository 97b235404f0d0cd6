import { workbookRows } from '../../../common/documents/workbook-size.js';
import { openedWorkbook } from '../../../common/documents/workbook.js';
import { ZipArchive } from '../../../common/documents/zip-archive.js';
import { CellBudget } from '../cell-budget.js';
import type { Reader } from '../reader.js';
import { tableTitle } from '../table-title.js';
import { sheetParts } from './sheet-parts.js';
import { worksheetBlocks } from './worksheet-blocks.js';

const NOTHING = { beside: [], uncomputed: new Map<string, string>(), dates: new Map<string, string>() };

/** An Excel workbook: the name of each sheet, then its rows. A blank row ends a table. */
export const xlsxReader: Reader = {
  format: 'xlsx',
  async read(bytes) {
    const archive = await ZipArchive.open(bytes);
    await archive.verify();
    await workbookRows(archive);
    const budget = new CellBudget();
    const { worksheets } = await openedWorkbook(bytes);
    const parts = await sheetParts(archive);
    const read = worksheets.map((sheet) => worksheetBlocks(sheet, parts.get(sheet.name) ?? NOTHING, budget));
    const blocks = read.flatMap((sheet) => sheet.blocks);
    return { blocks, title: tableTitle(blocks), unseen: read.flatMap(({ unseen }) => unseen) };
  },
};
