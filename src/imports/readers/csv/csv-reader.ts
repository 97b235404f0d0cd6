import { ImportError } from '../../import-error.js';
import type { Block, Cell } from '../../table-model.js';
import { CellBudget } from '../cell-budget.js';
import { columnLetters } from '../column-letters.js';
import { decodeText } from '../decode-text.js';
import type { Reader } from '../reader.js';
import { tableTitle } from '../table-title.js';
import { type CsvFault, type CsvSeparator, eachCsvRow } from './csv-rows.js';
import { csvSeparator, SEPARATOR_LINE } from './csv-separator.js';

/** A worksheet saved as CSV or as text with tabs: the same rows and places as in the workbook. A blank row ends a table. */
export const csvReader: Reader = {
  format: 'csv',
  read(bytes) {
    const text = decodeText(bytes);
    const blocks = blocksOf(text.replace(SEPARATOR_LINE, ''), csvSeparator(text) ?? ',');
    return { blocks, title: tableTitle(blocks) };
  },
};

function blocksOf(text: string, separator: CsvSeparator): Block[] {
  const blocks: Block[] = [];
  const budget = new CellBudget();
  let table: Cell[][] | null = null;
  const fault = eachCsvRow(text, separator, (row, index) => {
    budget.take(row.length, `A${index + 1}`);
    const cells = row.map((cell, column) => ({ text: shown(cell), source: `${columnLetters(column)}${index + 1}` }));
    // Every row is saved as wide as the widest: those blanks stand on no page.
    cells.length = cells.findLastIndex(({ text: seen }) => seen !== '') + 1;
    if (cells.length === 0) table = null;
    else if (table) table.push(cells);
    else blocks.push({ kind: 'table', rows: (table = [cells]) });
  });
  if (fault) throw brokenQuotes(fault);
  return blocks;
}

/** `="0012"` is how systems make Excel keep the zeros; people see 0012. */
function shown(cell: string): string {
  const text = cell.trim();
  const quoted = /^="(.*)"$/s.exec(text)?.[1];
  return quoted === undefined ? text : quoted.replaceAll('""', '"').trim();
}

const brokenQuotes = ({ row, near }: CsvFault) =>
  new ImportError('document-unreadable', `A${row + 1}`, {
    zh: `CSV 第 ${row + 1} 行的引号没有配对（“${near}”附近），后面的单元格分不清。请在表格软件中打开、核对后另存为 XLSX 再试。`,
    en: `In row ${row + 1} of the CSV file the quotes do not fit together (near “${near}”), so the cells after them cannot be told apart. Open it in a spreadsheet, check it, save it as XLSX and try again.`,
  });
