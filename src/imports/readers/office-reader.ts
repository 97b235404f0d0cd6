import { convertedByOffice, officeProgram } from '../../common/documents/office-program.js';
import { ImportError } from '../import-error.js';
import { docxReader } from './docx/docx-reader.js';
import type { Reader } from './reader.js';
import { xlsxReader } from './xlsx/xlsx-reader.js';

/** Older formats of documents and workbooks, as LibreOffice turns them into those that we read. */
const officeReader = (format: string, to: 'docx' | 'xlsx', ending = format): Reader => ({
  format,
  async read(bytes) {
    const program = officeProgram();
    if (!program) throw needsOffice(format);
    const converted = await convertedByOffice(program, bytes, ending, to);
    return to === 'docx' ? docxReader.read(converted) : xlsxReader.read(converted);
  },
});

export const docReader = officeReader('doc', 'docx');
export const rtfReader = officeReader('rtf', 'docx');
export const odtReader = officeReader('odt', 'docx');
export const xlsReader = officeReader('xls', 'xlsx');
export const odsReader = officeReader('ods', 'xlsx');
/** What Office 2003 saved as one XML file; exported by many systems under the ending `.xls` or `.doc`. */
export const xmlWorkbookReader = officeReader('xls-xml', 'xlsx', 'xml');
export const xmlDocumentReader = officeReader('doc-xml', 'docx', 'xml');

const needsOffice = (format: string) =>
  new ImportError('format-unsupported', null, {
    zh: `读取 ${format} 格式需要服务器上装有 LibreOffice。请另存为 DOCX、XLSX 或 PDF 后重试，或请管理员安装。`,
    en: `Reading the format ${format} needs LibreOffice on the server. Save it as DOCX, XLSX or PDF and try again, or ask the administrator to install it.`,
  });
