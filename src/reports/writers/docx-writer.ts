import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Band, Cell, Part, ReportDocument, Row } from '../model/report-document.js';
import { placeCells, rowsOf } from '../model/layout.js';
import { OFFICE_FONT } from './fonts.js';
import { repacked } from './repacked.js';

/** Twentieths of a point; half-points for type. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = { side: 720, top: 850, bottom: 850 };
const BODY_SIZE = 17;
/** A full-width space. */
const SPACE = '\u3000';
const LABEL_FILL = 'F2F2F2';
const ALIGNMENT = {
  label: AlignmentType.CENTER,
  mark: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
  text: AlignmentType.LEFT,
} as const;
const LONGEST_WHOLE = 300;
/** What the library makes anew each time: when it ran, and a random name. */
const MOMENT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
const WATERMARK_ID = /(PowerPlusWaterMarkObject)[\w-]+/g;

/** The report as a Word document. */
export async function writeDocx(document: ReportDocument): Promise<Buffer> {
  const archive = await Packer.toBuffer(wordDocument(document));
  return repacked(archive, document.issuedAt, {
    'docProps/core.xml': (xml) => xml.replace(MOMENT, `$1${document.issuedAt.toISOString()}$2`),
    'word/header1.xml': (xml) => xml.replace(WATERMARK_ID, '$11'),
  });
}

function wordDocument({
  title,
  subtitle,
  orientation,
  watermark,
  parts,
  notes,
  signatures,
  issue,
}: ReportDocument): Document {
  const landscape = orientation === 'landscape';
  const width = (landscape ? A4.height : A4.width) - 2 * MARGIN.side;
  const children = [
    line([words({ text: title, bold: true, size: 30 })], AlignmentType.CENTER),
    line([words({ text: subtitle })], AlignmentType.CENTER, 160),
    ...parts.flatMap((part) => partContent(part, width, parts.length > 1)),
    ...notes.map((note) => line([words({ text: note, size: 15 })], AlignmentType.LEFT, 60)),
    ...(signatures.length > 0 ? [line([words({ text: signatureLine(signatures) })], AlignmentType.LEFT, 0, 360)] : []),
  ];
  return new Document({
    title,
    creator: 'Jixiao',
    lastModifiedBy: 'Jixiao',
    styles: {
      default: {
        document: { run: { size: BODY_SIZE, font: { eastAsia: OFFICE_FONT, ascii: OFFICE_FONT, hAnsi: OFFICE_FONT } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...A4,
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { left: MARGIN.side, right: MARGIN.side, top: MARGIN.top, bottom: MARGIN.bottom },
          },
        },
        ...(watermark && { headers: { default: new Header({ children: [watermarkLine(watermark)] }) } }),
        footers: { default: new Footer({ children: [footerLine(issue)] }) },
        children,
      },
    ],
  });
}

function line(
  children: readonly ParagraphChild[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  after = 40,
  before = 0,
): Paragraph {
  return new Paragraph({ children, alignment, spacing: { before, after } });
}

function partContent({ name, columns, bands }: Part, width: number, hasHeading: boolean): (Paragraph | Table)[] {
  const heading = hasHeading
    ? [
        new Paragraph({
          children: [words({ text: name, bold: true, size: 21, color: '000000' })],
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 200, after: 80 },
          keepNext: true,
        }),
      ]
    : [];
  // Word would make one table of two that touch, and lose the second one's head.
  return [...heading, ...bands.flatMap((band) => [bandTable(band, columns, width), hairline()])];
}

const hairline = () =>
  new Paragraph({
    children: [words({ text: '', size: 2 })],
    spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
  });

function bandTable(band: Band, shares: readonly number[], width: number): Table {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.round((share / total) * width));
  const rows = rowsOf(band);
  placeCells(rows, shares.length); // Word repairs a table with holes, each program in its own way
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, column) => sum + column, 0), type: WidthType.DXA },
    rows: rows.map((row, index) => tableRow(row, index < band.head.length)),
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
  });
}

const tableRow = (row: Row, tableHeader: boolean) =>
  new TableRow({
    children: row.map(tableCell),
    tableHeader,
    cantSplit: row.every(({ text }) => text.length <= LONGEST_WHOLE),
  });

function tableCell({ text, kind, across, down }: Cell): TableCell {
  return new TableCell({
    children: text
      .split('\n')
      .map(
        (content) =>
          new Paragraph({ children: [words({ text: content, bold: kind === 'label' })], alignment: ALIGNMENT[kind] }),
      ),
    columnSpan: across,
    rowSpan: down,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(kind === 'label' && { shading: { type: ShadingType.CLEAR, fill: LABEL_FILL } }),
  });
}

/** Typed on its own: a run may also be a string, whose `bold` is another thing. */
const words = (options: IRunOptions) => new TextRun(options);

/** In the page's head, and so behind the text of every page. */
const watermarkLine = (text: string) =>
  new Paragraph({ children: [new TextWatermark({ text, font: OFFICE_FONT, color: 'D9D9D9', width: 360 })] });

const footerLine = (issue: string) =>
  new Paragraph({
    children: [
      words({ text: `${issue}${SPACE}`, size: 14 }),
      words({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 14 }),
    ],
  });

const signatureLine = (signatures: readonly string[]) => signatures.map((who) => `${who}：${SPACE.repeat(8)}`).join('');
