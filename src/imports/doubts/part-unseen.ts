import type { Message } from '../../domain/domain-error.js';
import type { Doubt } from '../sheet-draft.js';
import type { UnseenPart } from '../table-model.js';

const KINDS: Readonly<Record<UnseenPart['kind'], Message>> = {
  'hidden-sheet': { zh: '隐藏的工作表', en: 'A hidden worksheet' },
  'hidden-rows': { zh: '隐藏的行', en: 'Hidden rows' },
  'hidden-columns': { zh: '隐藏的列', en: 'Hidden columns' },
  'hidden-text': { zh: '隐藏的文字', en: 'Hidden text' },
  'struck-out': { zh: '带删除线的内容', en: 'What is struck out' },
  'pictured-page': { zh: '没有文字的页', en: 'A page without text' },
};
const LONGEST = 80;

/** What nobody sees in the document was not read, and somebody should know that it is there. */
export function partUnseen({ kind, text, source }: UnseenPart): Doubt {
  if (kind === 'pictured-page') return pagesUnread(source);
  const sample = text.slice(0, LONGEST);
  const zh = `${KINDS[kind].zh}没有导入（${source}：“${sample}”）。如需要，请在原文件中取消隐藏或删除线后重新导入。`;
  const en = `${KINDS[kind].en} was not imported (${source}: “${sample}”). If it is needed, make it visible in the document and import it again.`;
  const code = kind === 'struck-out' ? 'struck-out' : 'hidden-part';
  return { code, severity: 'warning', sheet: null, indicator: null, message: { zh, en }, source };
}

/** Pages of a scan among pages of text: whoever looks at the document sees a table there that the draft lacks. */
function pagesUnread(source: string): Doubt {
  const zh = `${source} 没有可读的文字，可能是扫描件，没有导入。请核对这些页；其中有指标的，请单独提供文字版或扫描件导入。`;
  const en = `${source} holds no text, perhaps a scan, and was not imported. Look at these pages; what they print has to be imported by itself, as text or as a scan.`;
  return { code: 'hidden-part', severity: 'warning', sheet: null, indicator: null, message: { zh, en }, source };
}
