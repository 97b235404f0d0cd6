import { doubtsAbout } from './doubts/index.js';
import { ImportError } from './import-error.js';
import { readDocument } from './readers/index.js';
import { recogniseSheets } from './recognisers/recognise-sheets.js';
import type { Cell } from './table-model.js';
import type { Doubt, ImportDraft } from './sheet-draft.js';

/**
 * Turns a published budget or self-evaluation document into draft sheets, with everything that is doubtful about them.
 * The same bytes always give the same draft.
 * @throws DomainError `document-empty`, `document-unreadable`, `document-encrypted`, `document-scanned`,
 *   `document-too-large`, `format-unsupported`, `no-sheets`.
 */
export async function importDocument(bytes: Uint8Array, fileName: string): Promise<ImportDraft> {
  const document = await readDocument(bytes, fileName);
  const recognition = recogniseSheets(document);
  const { sheets, withoutTable, empty } = recognition;
  if (sheets.length === 0) throw noSheets(withoutTable[0] ?? empty[0]);
  const { title, format, sha256 } = document;
  return {
    document: { title, format, sha256 },
    sheets: sheets.map(({ draft }) => draft),
    doubts: [...withoutTable.map(titleWithoutTable), ...empty.map(sheetEmpty), ...doubtsAbout(recognition)],
  };
}

/** A sheet that is announced and cannot be read must not vanish from the draft. */
function titleWithoutTable({ text, source }: Cell): Doubt {
  const zh = `“${text}”下没有识别到指标表，该表未导入。请核对原文件。`;
  const en = `No indicator table was recognised below “${text}”; this sheet was not imported. Check the document.`;
  const where = { sheet: null, indicator: null, source };
  return { code: 'rows-suspected-missing', severity: 'error', ...where, message: { zh, en } };
}

/** As a workbook with a page that nobody needed. */
function sheetEmpty({ text, source }: Cell): Doubt {
  const zh = `“${text}”没有填写任何指标，该表未导入。`;
  const en = `No indicator is filled in below “${text}”; this sheet was not imported.`;
  return { code: 'sheet-empty', severity: 'warning', sheet: null, indicator: null, source, message: { zh, en } };
}

function noSheets(title: Cell | undefined): ImportError {
  const near = title
    ? { zh: `（“${title.text}”位于 ${title.source}）`, en: ` (“${title.text}” stands at ${title.source})` }
    : null;
  return new ImportError('no-sheets', title?.source ?? null, {
    zh: `没有识别到绩效目标表${near?.zh ?? ''}。表头须有“三级指标”（或“指标名称”）和“指标值”列；文本文件的列以制表符分隔。`,
    en: `No target sheet was recognised${near?.en ?? ''}. A table needs the columns 三级指标 (or 指标名称) and 指标值; in plain text, columns are separated by tabs.`,
  });
}
