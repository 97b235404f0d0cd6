import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const NAMESPACE = 'http://schemas.openxmlformats.org/';
const DECLARATION = '<?xml version="1.0"?>';
const MEGABYTE = 1024 * 1024;

/** A workbook of one worksheet with these contents, of a kilobyte or two. */
export function workbookOf(contents: string): Buffer {
  const relationships = `${NAMESPACE}officeDocument/2006/relationships`;
  const relation = (type: string, target: string) =>
    `${DECLARATION}<Relationships xmlns="${NAMESPACE}package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/${type}" Target="${target}"/></Relationships>`;
  const parts = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${NAMESPACE}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${NAMESPACE}spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `${DECLARATION}<worksheet xmlns="${NAMESPACE}spreadsheetml/2006/main">${contents}</worksheet>`,
  };
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  return Buffer.from(zipSync(bytes, { level: 9 }));
}

/** So many megabytes of one text, packed; a stretch of one megabyte is packed once and repeated. */
export function packed(text: string, megabytes: number): Buffer {
  return deflateSync(Buffer.alloc(Math.max(megabytes * MEGABYTE, text.length), text), { level: 9 });
}

/** A page whose contents are this stream. */
export function pdfWith(content: Buffer, dictionary = '/Filter /FlateDecode', contents = '4 0 R'): Buffer {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
    `<< /Type /Page /Parent 2 0 R /Contents ${contents} /Resources << /Font << /F ${font} >> >> >>`,
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const head = Buffer.from(
    `%PDF-1.4\n${objects.join('')}4 0 obj\n<< /Length ${content.length} ${dictionary} >>\nstream\n`,
  );
  return Buffer.concat([head, content, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF')]);
}
