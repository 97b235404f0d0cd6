import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReportDocument } from '../../src/reports/model/report-document.js';

/** Texts of all cells of a document, in its order. */
export const cellsOf = ({ parts }: ReportDocument): string[] =>
  parts.flatMap(({ bands }) =>
    bands.flatMap(({ head, rows }) => [...head, ...rows].flatMap((row) => row.map(({ text }) => text))),
  );

/** Texts of all bordered cells of a workbook, merged ones once. */
export async function cellsOfXlsx(file: Buffer): Promise<string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  const texts: string[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.style.border?.top && cell.master === cell) texts.push(shown(cell));
      });
    });
  });
  return texts;
}

/** As Excel shows it: a number in its number format. */
function shown({ value, numFmt }: ExcelJS.Cell): string {
  if (typeof value === 'number') return value.toFixed(numFmt.split('.')[1]?.length ?? 0);
  if (value !== null && typeof value !== 'string') throw new Error(`a live value in a cell: ${JSON.stringify(value)}`);
  return value ?? '';
}

/** Texts of all table cells of a Word document. */
export function cellsOfDocx(file: Buffer): string[] {
  const xml = strFromU8(unzipSync(file)['word/document.xml']!);
  const cells = xml.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
  return cells
    .filter((cell) => !cell.includes('<w:vMerge w:val="continue"/>'))
    .map((cell) =>
      (cell.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [])
        .map((paragraph) =>
          [...paragraph.matchAll(/<w:t[ >][^<]*/g)].map(([run]) => run.replace(/^<w:t[^>]*>/, '')).join(''),
        )
        .join('\n'),
    )
    .map(unescaped);
}

/** Texts of all table cells of a page. */
export const cellsOfHtml = (file: Buffer): string[] =>
  [...file.toString().matchAll(/<t[hd](?: [^>]*)?>([^<]*)<\/t[hd]>/g)].map(([, text = '']) => unescaped(text));

/** All characters of a PDF without white space. */
export async function charactersOfPdf(file: Buffer): Promise<string> {
  const task = getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  await task.destroy();
  return text.replace(/\s/g, '');
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#x27': "'", '#x3D': '=', amp: '&' };
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#x27|#x3D);/g, (_, name: string) => ENTITIES[name] ?? '');
