import { damagedDocument } from '../../../common/documents/errors.js';
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

/** As scanners and fax machines write them; a file can hold many pages. */
export const tiff = () =>
  new ImportError('format-unsupported', null, {
    zh: '这是 TIFF 图片，不能读取。请把它打印或另存为 PDF（可含多页），或每页另存为 PNG、JPEG 后重试；扫描仪一般也可以直接扫描成 PDF。',
    en: 'This is a TIFF picture, which cannot be read. Print or save it as PDF (with all its pages), or each page as PNG or JPEG, and try again; most scanners write PDF themselves.',
  });
