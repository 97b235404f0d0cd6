import { exact, HUNDRED, plain } from '../../domain/exact.js';
import { eachSheet } from './doubt-check.js';

const EXECUTION_POINTS = '10';
const LONGEST_ROW = 120;
const MOST_PLACES = 5;

/** Rows that could not be read, and weights that fall short in a table that a page break cut: rows may be lost there. */
export const rowsSuspectedMissing = eachSheet('rows-suspected-missing', ({ draft, unread, breaks }) => {
  const unreadable = unread.map(({ text, source }) => {
    const row = text.slice(0, LONGEST_ROW);
    const zh = `该行无法读取，未导入：“${row}”。请核对后手工补录。`;
    const en = `This row could not be read and was not imported: “${row}”. Check it and add it by hand.`;
    return { severity: 'error' as const, message: { zh, en }, source };
  });
  const short = HUNDRED.sub(exact(draft.weightTotal)).sub(exact(draft.executionWeight ?? EXECUTION_POINTS));
  const [source] = breaks;
  const hasWeights = draft.indicators.some(({ weight }) => weight !== null);
  if (source === undefined || !hasWeights || !short.gt(0)) return unreadable;
  const places = breaks.slice(0, MOST_PLACES).join(', ');
  const zh = `权重少 ${plain(short)} 分，且表格在 ${places} 处断开（换页或空行），可能缺行。请对照原文件。`;
  const en = `The weights lack ${plain(short)} points and the table is broken at ${places}: rows may be missing.`;
  return [...unreadable, { severity: 'warning' as const, message: { zh, en }, source }];
});
