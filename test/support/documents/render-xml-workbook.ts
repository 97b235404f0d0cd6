import { type PrintedBlock, type PrintedRows, spannedCells } from './printed-document.js';

/** A workbook in the one XML file of Excel 2003, as many systems export tables. */
export function renderXmlWorkbook(blocks: readonly PrintedBlock[]): Buffer {
  const rows = blocks.flatMap((block) =>
    typeof block === 'string' ? [row(cell(block)), row('')] : [...tableRows(block), row('')],
  );
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="公开表"><Table>${rows.join('\n')}</Table></Worksheet></Workbook>`);
}

function tableRows(rows: PrintedRows): string[] {
  const cells = spannedCells(rows);
  return rows.map((_, number) =>
    row(
      cells
        .filter((one) => one.row === number)
        .map(({ text, column, columns, rows: height }) => {
          const across = columns > 1 ? ` ss:MergeAcross="${columns - 1}"` : '';
          const down = height > 1 ? ` ss:MergeDown="${height - 1}"` : '';
          return cell(text, ` ss:Index="${column + 1}"${across}${down}`);
        })
        .join(''),
    ),
  );
}

const row = (cells: string): string => `<Row>${cells}</Row>`;
const cell = (text: string, attributes = ''): string =>
  `<Cell${attributes}><Data ss:Type="String">${escaped(text)}</Data></Cell>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '&#10;');
