import { workbookRows } from '../../common/documents/workbook-size.js';
import { openedWorkbook } from '../../common/documents/workbook.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import { CellBudget } from './cell-budget.js';
import type { Reader } from './reader.js';
import { tableTitle } from './table-title.js';
import { worksheetBlocks } from './worksheet-blocks.js';

/** An Excel workbook: the name of each sheet, then its rows. A blank row ends a table. */
export const xlsxReader: Reader = {
  format: 'xlsx',
  async read(bytes) {
    const archive = await ZipArchive.open(bytes);
    await archive.verify();
    await workbookRows(archive);
    const budget = new CellBudget();
    const { worksheets } = await openedWorkbook(bytes);
    const read = worksheets.map((sheet) => worksheetBlocks(sheet, budget));
    const blocks = read.flatMap((sheet) => sheet.blocks);
    return { blocks, title: tableTitle(blocks), unseen: read.flatMap(({ unseen }) => unseen) };
  },
};
