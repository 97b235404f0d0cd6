import { type PrintedBlock, type PrintedRows, spannedCells } from './printed-document.js';

export function renderHtml(blocks: readonly PrintedBlock[]): Buffer {
  const body = blocks.map((block) => (typeof block === 'string' ? `<p>${escaped(block)}</p>` : tableOf(block)));
  return Buffer.from(
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`,
  );
}

function tableOf(rows: PrintedRows): string {
  const cells = spannedCells(rows);
  const html = rows.map((_, row) => {
    const inRow = cells.filter((cell) => cell.row === row);
    const tds = inRow.map(({ text, columns, rows: height }) => {
      return `<td colspan="${columns}" rowspan="${height}">${escaped(text).replaceAll('\n', '<br>')}</td>`;
    });
    return `<tr>${tds.join('')}</tr>`;
  });
  return `<table border="1"><tbody>${html.join('\n')}</tbody></table>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
