import { damagedDocument } from '../../../common/documents/document-errors.js';
import { ImportError } from '../../import-error.js';

/** An A3 page at 400 dots per inch. */
export const MOST_PIXELS = 32_000_000;

/** @throws DomainError `document-unreadable`, `document-too-large` */
export function checkPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw damagedDocument();
  if (width * height <= MOST_PIXELS) return;
  throw new ImportError('document-too-large', null, {
    zh: `图片有 ${width}×${height} 像素，最多 ${MOST_PIXELS / 1_000_000} 百万像素。请缩小后重试。`,
    en: `The picture has ${width} × ${height} pixels; at most ${MOST_PIXELS / 1_000_000} million are read. Make it smaller and try again.`,
  });
}

export const unknownPicture = () =>
  new ImportError('format-unsupported', null, {
    zh: '这种图片不能读取。请另存为 JPEG、普通 PNG（非隔行）或 PDF 后重试，最好用原始的 Word、Excel 文件。',
    en: 'This kind of picture cannot be read. Save it as JPEG, plain PNG (not interlaced) or PDF and try again; the original Word or Excel file is better still.',
  });
