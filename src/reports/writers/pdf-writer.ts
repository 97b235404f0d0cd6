import { readFileSync } from 'node:fs';
import pdfmake, { type Content, type TableCell } from 'pdfmake';
import { type PlacedCell, placeCells, rowsOf } from '../model/layout.js';
import type { Band, Cell, CellKind, Part, ReportDocument } from '../model/report-document.js';
import { FONT_FILES } from './fonts.js';

const A4 = { portrait: 595.28, landscape: 841.89 };
const MARGIN = { side: 36, top: 42, bottom: 48 };
const PADDING = 3;
const LINE = 0.5;
const LABEL_FILL = '#f2f2f2';
const ALIGNMENT = { label: 'center', mark: 'center', number: 'right', text: 'left' } as const;
/** A row with a longer text may run over a page; all others stay whole. */
const LONGEST_WHOLE = 300;

/** Documented by the library, and missing from its types. */
declare module 'pdfmake' {
  const virtualfs: {
    existsSync(path: string): boolean;
    writeFileSync(path: string, content: Buffer): void;
  };
}

type Definition = Parameters<typeof pdfmake.createPdf>[0];

const FAMILY = 'NotoSansSC';
pdfmake.setFonts({ [FAMILY]: { ...FONT_FILES, italics: FONT_FILES.normal, bolditalics: FONT_FILES.bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** The report as PDF, with its characters embedded. */
export function writePdf(document: ReportDocument): Promise<Buffer> {
  keepFonts();
  return pdfmake.createPdf(definition(document)).getBuffer();
}

/** In memory from the first report on: the library would read 20 MB from the disk for each. */
function keepFonts(): void {
  for (const file of Object.values(FONT_FILES))
    if (!pdfmake.virtualfs.existsSync(file)) pdfmake.virtualfs.writeFileSync(file, readFileSync(file));
}

function definition(document: ReportDocument): Definition {
  const { title, subtitle, orientation, watermark, parts, notes, signatures, issue, issuedAt } = document;
  const width = A4[orientation] - 2 * MARGIN.side;
  return {
    pageSize: 'A4',
    pageOrientation: orientation,
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
    defaultStyle: { font: FAMILY, fontSize: 8.5, lineHeight: 1.1 },
    info: { title, creationDate: issuedAt, modDate: issuedAt, producer: 'Jixiao', creator: 'Jixiao' },
    language: document.language === 'zh' ? 'zh-CN' : 'en',
    ...(watermark && {
      watermark: { text: watermark, fontSize: 110, color: '#808080', opacity: 0.16, bold: true, angle: -35 },
    }),
    content: [
      { text: title, bold: true, fontSize: 15, alignment: 'center' },
      { text: subtitle, alignment: 'center', margin: [0, 2, 0, 8] },
      ...parts.flatMap((part) => partContent(part, width, parts.length > 1)),
      ...notes.map((note): Content => ({ text: note, fontSize: 7.5, color: '#404040', margin: [0, 4, 0, 0] })),
      ...signatureLines(signatures),
    ],
    footer: (page, pages) => ({
      margin: [MARGIN.side, 14, MARGIN.side, 0],
      fontSize: 7,
      color: '#606060',
      columns: [
        { text: issue, width: '*' },
        { text: `${page} / ${pages}`, width: 50, alignment: 'right' },
      ],
    }),
  };
}

function partContent({ name, columns, bands }: Part, width: number, hasHeading: boolean): Content[] {
  const heading: Content[] = hasHeading ? [{ text: name, bold: true, fontSize: 10, margin: [0, 8, 0, 3] }] : [];
  return [
    ...heading,
    ...bands.flatMap((band) => wholeRowsFirst(band, columns.length)).map((band) => bandTable(band, columns, width)),
  ];
}

/** A long text across the foot of a band is a table of its own: whether rows may break is settled for a table as a whole. */
function wholeRowsFirst(band: Band, columns: number): Band[] {
  const last = band.rows.at(-1) ?? [];
  const isAcross = last.reduce((sum, { across = 1 }) => sum + across, 0) === columns;
  if (!isAcross || band.rows.length === 1 || last.every(isShort)) return [band];
  return [
    { ...band, rows: band.rows.slice(0, -1) },
    { head: [], rows: [last] },
  ];
}

const isShort = ({ text }: Cell): boolean => text.length <= LONGEST_WHOLE;

function bandTable(band: Band, columns: readonly number[], width: number): Content {
  const rows = rowsOf(band);
  const placed = placeCells(rows, columns.length);
  const dontBreakRows = placed.every(({ cell }) => isShort(cell));
  const body = rows.map(() => columns.map((): TableCell => ({})));
  for (const cell of placed) (body[cell.row] ?? [])[cell.column] = tableCell(cell, dontBreakRows);
  const shares = columns.reduce((total, share) => total + share, 0);
  return {
    table: {
      body,
      headerRows: band.head.length,
      keepWithHeaderRows: band.head.length > 0 ? 1 : 0,
      dontBreakRows,
      widths: columns.map((share) => (share / shares) * (width - LINE) - 2 * PADDING - LINE),
    },
    layout: {
      hLineWidth: () => LINE,
      vLineWidth: () => LINE,
      paddingLeft: () => PADDING,
      paddingRight: () => PADDING,
      paddingTop: () => PADDING,
      paddingBottom: () => PADDING,
    },
    // Bands share the line between them.
    margin: [0, 0, 0, -LINE],
  };
}

/** pdfmake centres a text rightly only where its cell is one row, and the row stays on one page. */
function tableCell({ cell: { text, kind }, across, down }: PlacedCell, isWhole: boolean): TableCell {
  return {
    text,
    ...appearance(kind),
    ...(isWhole && down === 1 && { verticalAlignment: 'middle' as const }),
    ...(across > 1 && { colSpan: across }),
    ...(down > 1 && { rowSpan: down }),
  };
}

const appearance = (kind: CellKind) => ({
  alignment: ALIGNMENT[kind],
  ...(kind === 'label' && { bold: true, fillColor: LABEL_FILL }),
});

function signatureLines(signatures: readonly string[]): Content[] {
  if (signatures.length === 0) return [];
  return [{ columns: signatures.map((text) => ({ text: `${text}：` })), margin: [0, 18, 0, 0], unbreakable: true }];
}
