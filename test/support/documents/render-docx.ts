import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import type { PrintedBlock, PrintedRows } from './printed-document.js';

export async function renderDocx(blocks: readonly PrintedBlock[]): Promise<Buffer> {
  const children = blocks.flatMap((block) =>
    typeof block === 'string' ? [new Paragraph(block)] : [tableOf(block), new Paragraph('')],
  );
  return Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function tableOf(rows: PrintedRows): Table {
  return new Table({ rows: rows.map((cells, row) => new TableRow({ children: cellsOf(rows, cells, row) })) });
}

/** Word keeps a cell in every row that a merged cell reaches, and marks it as continued. */
function cellsOf(rows: PrintedRows, cells: readonly string[], row: number): TableCell[] {
  return cells.flatMap((text, column) => {
    if (text === '<') return [];
    let columnSpan = 1;
    while (cells[column + columnSpan] === '<') columnSpan += 1;
    const begins = rows[row + 1]?.[column] === '^' ? VerticalMergeType.RESTART : undefined;
    const verticalMerge = text === '^' ? VerticalMergeType.CONTINUE : begins;
    const paragraphs = (text === '^' ? '' : text).split('\n').map((line) => new Paragraph(line));
    return [new TableCell({ children: paragraphs, columnSpan, verticalMerge })];
  });
}
