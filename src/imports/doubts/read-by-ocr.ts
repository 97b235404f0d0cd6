import type { Doubt, SheetDraft } from '../sheet-draft.js';
import type { RecognisedPage } from '../table-model.js';

/** Nothing that was recognised in a picture is sure: each row and the head of each sheet are to be compared with it. */
export function readByOcr(pages: readonly RecognisedPage[], sheets: readonly SheetDraft[]): Doubt[] {
  if (pages.length === 0) return [];
  const doubt = (sheet: number, indicator: number | null, source: string | null): Doubt => {
    const page = pages.find((one) => String(one.page) === /^p(\d+) /.exec(source ?? '')?.[1]) ?? pages[0];
    const sure = typeof page?.confidence === 'number' ? `${page.confidence}%` : '';
    const zh = `${indicator === null ? '表头' : '这一行'}由图片文字识别（OCR）得来（第 ${page?.page} 页${sure && `，可信度 ${sure}`}），请逐格与原件核对。`;
    const en = `${indicator === null ? 'The head' : 'This row'} was recognised in a picture (OCR, page ${page?.page}${sure && `, confidence ${sure}`}): compare each value with the original.`;
    return { code: 'read-by-ocr', severity: 'warning', sheet, indicator, message: { zh, en }, source };
  };
  return sheets.flatMap(({ indicators }, sheet) => [
    doubt(sheet, null, indicators[0]?.source ?? null),
    ...indicators.map(({ source }, indicator) => doubt(sheet, indicator, source)),
  ]);
}
