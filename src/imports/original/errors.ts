import { DomainError } from '../../domain/domain-error.js';

export const withoutPages = () =>
  new DomainError('not-found', 'not-found', {
    zh: '这种文件没有页面图片，只有 PDF、PNG 和 JPEG 有。请下载原文件查看。',
    en: 'There are no pictures of the pages of such a document, only of PDF, PNG and JPEG. Download the document itself.',
  });

export const noSuchPage = (number: number, pages: number) =>
  new DomainError('not-found', 'not-found', {
    zh: `没有第 ${number} 页，这份文件共 ${pages} 页。`,
    en: `There is no page ${number}; the document has ${pages}.`,
  });

export const notKept = () =>
  new DomainError('not-found', 'not-found', {
    zh: '这次导入由旧版本完成，没有保存原文件。重新上传同一文件即可保存。',
    en: 'This document was read by an earlier version, which did not keep it. Upload the same document again to keep it.',
  });

export const pageTooHeavy = () =>
  new DomainError('unfit', 'page-too-heavy', {
    zh: '这一页内容太复杂，画不出来。请下载原文件查看。',
    en: 'This page holds too much to be drawn. Download the document itself.',
  });
