import exceljs from 'exceljs';
import { damagedDocument } from './errors.js';

/** An XLSX workbook, whose size was looked at before. @throws DomainError `document-unreadable` */
export async function openedWorkbook(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  try {
    // Data validations of whole columns would otherwise become a million entries each.
    const ignoreNodes = ['dataValidations', 'conditionalFormatting', 'drawing', 'legacyDrawing', 'extLst'];
    return await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes });
  } catch {
    throw damagedDocument();
  }
}
