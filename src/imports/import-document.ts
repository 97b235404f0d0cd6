import { ImportError } from './import-error.js';
import { readDocument } from './readers/index.js';
import { recogniseSheets } from './recognisers/recognise-sheets.js';
import type { Cell } from './table-model.js';
import { draftOf, type Reading } from './reading.js';
import type { ImportDraft } from './sheet-draft.js';

/**
 * Turns a published budget or self-evaluation document into draft sheets, with everything that is doubtful about them.
 * The same bytes always give the same draft.
 * @throws DomainError as readSheets
 */
export async function importDocument(bytes: Uint8Array, fileName: string): Promise<ImportDraft> {
  return draftOf(await readSheets(bytes, fileName));
}

/**
 * @throws DomainError `document-empty`, `document-unreadable`, `document-encrypted`, `document-scanned`,
 *   `document-too-large`, `format-unsupported`, `no-sheets`.
 */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<Reading> {
  const document = await readDocument(bytes, fileName);
  const recognition = recogniseSheets(document);
  const { sheets, withoutTable, unreadHeaders, headless = [], empty } = recognition;
  if (sheets.length === 0) {
    const title = withoutTable[0] ?? unreadHeaders[0] ?? headless[0] ?? empty[0];
    throw document.recognised?.length ? noSheetsInPicture() : noSheets(title);
  }
  const { title, format, sha256 } = document;
  return { document: { title, format, sha256 }, recognition };
}

/** What was recognised is no help where even the head of the table was not. */
function noSheetsInPicture(): ImportError {
  return new ImportError('no-sheets', null, {
    zh: '从图片中没有识别出绩效目标表：字迹多半不够清晰。请以 300 dpi 以上、端正地重新扫描；更可靠的是导入原来的电子文件，或填写我们的工作簿。',
    en: 'No target sheet was recognised in the picture: its letters are probably not clear enough. Scan it again, straight and with 300 dpi or more; better still, import the electronic document it was printed from, or fill in our workbook.',
  });
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
