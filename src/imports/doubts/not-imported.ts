import type { Cell } from '../table-model.js';
import type { Doubt } from '../sheet-draft.js';

/** A sheet that is announced and cannot be read must not vanish from the draft. */
export function titleWithoutTable({ text, source }: Cell): Doubt {
  const zh = `“${text}”下没有识别到指标表，该表未导入。请核对原文件。`;
  const en = `No indicator table was recognised below “${text}”; this sheet was not imported. Check the document.`;
  const where = { sheet: null, indicator: null, source };
  return { code: 'sheet-suspected-missing', severity: 'error', ...where, message: { zh, en } };
}

/** What reads as the header of an indicator table is one, or a person says that it is none. */
export function tableUnread({ text, source }: Cell): Doubt {
  const zh = `${source} 处像是一张指标表的表头（“${text}”），但分不开各列，或没有找到指标名称列、指标值列，该表未导入。请核对原文件。`;
  const en = `At ${source} stands what reads as the header of an indicator table (“${text}”); its columns cannot be told apart, or which has the names or the targets was not found, and the table was not imported. Check the document.`;
  const where = { sheet: null, indicator: null, source };
  return { code: 'sheet-suspected-missing', severity: 'error', ...where, message: { zh, en } };
}

/** Nobody can tell which cell holds what. */
export function headerMissing({ text, source }: Cell): Doubt {
  const zh = `${source} 处起的几行像是绩效指标（首行“${text}”），但上方没有表头，未导入。请在原文件中补上表头后重新导入，或手工补录。`;
  const en = `The rows from ${source} on read as indicators (the first: “${text}”) and have no header above them; they were not imported. Add the header to the document and import it again, or enter the rows by hand.`;
  const where = { sheet: null, indicator: null, source };
  return { code: 'sheet-suspected-missing', severity: 'error', ...where, message: { zh, en } };
}

/** As a workbook with a page that nobody needed. */
export function sheetEmpty({ text, source }: Cell): Doubt {
  const zh = `“${text}”没有填写任何指标，该表未导入。`;
  const en = `No indicator is filled in below “${text}”; this sheet was not imported.`;
  return { code: 'sheet-empty', severity: 'warning', sheet: null, indicator: null, source, message: { zh, en } };
}
