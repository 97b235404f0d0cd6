import { workbookRows } from '../../common/documents/workbook-size.js';
import { openedWorkbook } from '../../common/documents/workbook.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import type { Block } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import type { Reader } from './reader.js';
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
    return { blocks, title: titleOf(blocks), unseen: read.flatMap(({ unseen }) => unseen) };
  },
};

/** What stands alone in the first row says more than the name of its sheet. */
function titleOf(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === 'table')?.rows[0]?.filter(({ text }) => text !== '');
  return first?.length === 1 ? first[0]?.text : undefined;
}
