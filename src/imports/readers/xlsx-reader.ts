import exceljs, { type Cell as WorkbookCell, type Row, type Worksheet } from 'exceljs';
import { damagedDocument } from '../../common/documents/document-errors.js';
import { ZipArchive } from '../../common/documents/zip-archive.js';
import type { Block, Cell } from '../table-model.js';
import { CellBudget } from './cell-budget.js';
import type { Reader } from './reader.js';
import { workbookText } from './workbook-text.js';

/** An Excel workbook: the name of each sheet, then its rows. A blank row ends a table. */
export const xlsxReader: Reader = {
  format: 'xlsx',
  async read(bytes) {
    await (await ZipArchive.open(bytes)).verify();
    const budget = new CellBudget();
    const { worksheets } = await opened(bytes);
    const blocks = worksheets.flatMap((sheet) => blocksOf(sheet, budget));
    return { blocks, title: titleOf(blocks) };
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

function blocksOf(sheet: Worksheet, budget: CellBudget): Block[] {
  const blocks: Block[] = [{ kind: 'paragraph', text: sheet.name, source: `${sheet.name}!` }];
  let rows: Cell[][] | null = null;
  let last = 0;
  sheet.eachRow((row, number) => {
    const cells = cellsOf(row, sheet.name);
    budget.take(Math.max(1, cells.length), `${sheet.name}!A${number}`);
    if (cells.every(({ text }) => text === '')) return;
    if (rows === null || number > last + 1) blocks.push({ kind: 'table', rows: (rows = []) });
    rows.push(cells);
    last = number;
  });
  return blocks;
}

/** What stands alone in the first row says more than the name of its sheet. */
function titleOf(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === 'table')?.rows[0]?.filter(({ text }) => text !== '');
  return first?.length === 1 ? first[0]?.text : undefined;
}

function cellsOf(row: Row, sheet: string): Cell[] {
  const cells: Cell[] = [];
  row.eachCell({ includeEmpty: true }, (cell) => {
    cells.push({ ...contents(cell), source: `${sheet}!${cell.address}` });
  });
  return cells;
}

/** exceljs repeats the value of a merged cell in all the cells that it covers. */
function contents(cell: WorkbookCell): Omit<Cell, 'source'> {
  if (cell.isMerged && cell.master.address !== cell.address) return { text: '' };
  const text = workbookText(cell.value, cell.numFmt).trim();
  return cell.formula ? { text, computed: true } : { text };
}
