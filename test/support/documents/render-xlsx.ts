import exceljs from 'exceljs';
import { type PrintedBlock, spannedCells } from './printed-document.js';

/** Decimals become numbers and percentages become formatted numbers, as people type them. */
export async function renderXlsx(blocks: readonly PrintedBlock[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('公开表');
  let next = 1;
  for (const block of blocks) {
    if (typeof block === 'string') {
      sheet.getCell(next, 1).value = block;
      next += 2;
      continue;
    }
    for (const { text, row, column, columns, rows } of spannedCells(block)) {
      const cell = sheet.getCell(next + row, column + 1);
      setValue(cell, text);
      if (columns > 1 || rows > 1) {
        sheet.mergeCells(next + row, column + 1, next + row + rows - 1, column + columns);
      }
    }
    next += block.length + 1;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function setValue(cell: exceljs.Cell, text: string): void {
  const [, digits, decimals = '', percent] = /^(\d{1,9}(?:\.(\d{1,4}))?)(%?)$/.exec(text) ?? [];
  if (digits === undefined) {
    cell.value = text;
    return;
  }
  cell.value = percent ? Number(digits) / 100 : Number(digits);
  cell.numFmt = `0${decimals && '.'}${'0'.repeat(decimals.length)}${percent ?? ''}`;
}
