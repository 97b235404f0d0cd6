import { ImportError } from '../../import-error.js';

const MOST_PAGES = 1_000;
/** Ten times the letters of a full page, each set by itself. */
const MOST_PIECES = 50_000;

/** @throws ImportError `document-too-large` */
export function checkPages(pages: number): void {
  if (pages <= MOST_PAGES) return;
  throw new ImportError('document-too-large', null, {
    zh: `文件有 ${pages} 页，最多 ${MOST_PAGES} 页。请只保留绩效目标表所在的页后重试。`,
    en: `The document has ${pages} pages; at most ${MOST_PAGES} are read. Keep only the pages with the target sheets and try again.`,
  });
}

/** @throws ImportError `document-too-large` */
export function checkPieces(pieces: number, page: number): void {
  if (pieces <= MOST_PIECES) return;
  throw new ImportError('document-too-large', `p${page}`, {
    zh: `第 ${page} 页的文字超过 ${MOST_PIECES} 段。请只保留绩效目标表所在的页后重试。`,
    en: `Page ${page} has more than ${MOST_PIECES} pieces of text. Keep only the pages with the target sheets and try again.`,
  });
}

export const scanned = () =>
  new ImportError('document-scanned', null, {
    zh: '这个文件里没有文字，多半是扫描件。请用原始的 Word、Excel 或文字版 PDF，或先做文字识别（OCR）再试；也可请管理员在服务器上安装 tesseract 及 chi_sim 语言包。',
    en: 'This document holds no text; it is probably a scan. Use the original Word, Excel or text PDF, or recognise its text (OCR) first and try again; or ask the administrator to install tesseract with chi_sim on the server.',
  });
