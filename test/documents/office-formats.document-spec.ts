import { importDocument } from '../../src/imports/import-document.js';
import { corpus, type CorpusDocument, wrongFields } from '../support/documents/corpus.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';
import { renderXmlWorkbook } from '../support/documents/render-xml-workbook.js';
import { savedByLibreOffice } from '../support/libre-office.js';

/** Each costs two starts of LibreOffice; OFFICE_DOCUMENTS=100 reads the whole corpus in every format. */
const COUNT = Number(process.env.OFFICE_DOCUMENTS ?? 1);
const ALWAYS = ['doc', 'xls', 'xls-xml'];
/** Its start is what takes long on a machine that does much else. */
const PATIENCE_MS = 600_000;

type Render = (documents: readonly CorpusDocument[]) => Buffer[] | Promise<Buffer[]>;
const asDocument =
  (format: string): Render =>
  async (documents) =>
    savedByLibreOffice(await Promise.all(documents.map(({ blocks }) => renderDocx(blocks))), 'docx', format);
const asWorkbook =
  (format: string): Render =>
  async (documents) =>
    savedByLibreOffice(await Promise.all(documents.map(({ blocks }) => renderXlsx(blocks))), 'xlsx', format);

const FORMATS: Readonly<Record<string, Render>> = {
  doc: asDocument('doc'),
  rtf: asDocument('rtf'),
  odt: asDocument('odt'),
  xls: asWorkbook('xls'),
  ods: asWorkbook('ods'),
  'xls-xml': (documents) => documents.map(({ blocks }) => renderXmlWorkbook(blocks)),
};

describe('documents in older formats of office programs', () => {
  it.each(
    Object.entries(FORMATS).filter(([format]) => process.env.OFFICE_DOCUMENTS !== undefined || ALWAYS.includes(format)),
  )(
    'every field of a document as %s is read',
    async (format, render) => {
      const documents = corpus()
        .filter(({ not }) => !not.includes('docx') && !not.includes('xlsx'))
        .slice(-COUNT);
      expect(documents.length).toBeGreaterThan(0);
      const rendered = await render(documents);
      for (const [place, { expected, name }] of documents.entries()) {
        const draft = await importDocument(rendered[place] ?? Buffer.alloc(0), 'document');
        expect([name, draft.document.format, wrongFields(draft, expected)]).toEqual([name, format, []]);
      }
    },
    PATIENCE_MS,
  );
});
