import type { Message } from '../../domain/domain-error.js';
import type { Doubt } from '../sheet-draft.js';
import type { UnseenPart } from '../table-model.js';

const KINDS: Readonly<Record<UnseenPart['kind'], Message>> = {
  'hidden-sheet': { zh: '隐藏的工作表', en: 'A hidden worksheet' },
  'hidden-rows': { zh: '隐藏的行', en: 'Hidden rows' },
  'hidden-columns': { zh: '隐藏的列', en: 'Hidden columns' },
  'hidden-text': { zh: '隐藏的文字', en: 'Hidden text' },
  'struck-out': { zh: '带删除线的内容', en: 'What is struck out' },
};
const LONGEST = 80;

/** What nobody sees in the document was not read, and somebody should know that it is there. */
export function partUnseen({ kind, text, source }: UnseenPart): Doubt {
  const sample = text.slice(0, LONGEST);
  const zh = `${KINDS[kind].zh}没有导入（${source}：“${sample}”）。如需要，请在原文件中取消隐藏或删除线后重新导入。`;
  const en = `${KINDS[kind].en} was not imported (${source}: “${sample}”). If it is needed, make it visible in the document and import it again.`;
  const code = kind === 'struck-out' ? 'struck-out' : 'hidden-part';
  return { code, severity: 'warning', sheet: null, indicator: null, message: { zh, en }, source };
}
