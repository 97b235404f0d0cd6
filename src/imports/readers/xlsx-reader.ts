import exceljs from 'exceljs';
import { damagedDocument } from '../../common/documents/document-errors.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import type { Block } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import type { Reader } from './reader.js';
import { worksheetBlocks } from './worksheet-blocks.js';

/** An Excel workbook: the name of each sheet, then its rows. A blank row ends a table. */
export const xlsxReader: Reader = {
  format: 'xlsx',
  async read(bytes) {
    await (await ZipArchive.open(bytes)).verify();
    const budget = new CellBudget();
    const { worksheets } = await opened(bytes);
    const read = worksheets.map((sheet) => worksheetBlocks(sheet, budget));
    const blocks = read.flatMap((sheet) => sheet.blocks);
    return { blocks, title: titleOf(blocks), unseen: read.flatMap(({ unseen }) => unseen) };
  },
};

async function opened(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  try {
    // Data validations of whole columns would otherwise become a million entries each.
    const ignoreNodes = ['dataValidations', 'conditionalFormatting', 'drawing', 'legacyDrawing', 'extLst'];
    return await workbook.xlsx.load(arrayBuffer(bytes), { ignoreNodes });
  } catch {
    throw damagedDocument();
  }
}

function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** What stands alone in the first row says more than the name of its sheet. */
function titleOf(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === 'table')?.rows[0]?.filter(({ text }) => text !== '');
  return first?.length === 1 ? first[0]?.text : undefined;
}
