import { eachSheet } from './doubt-check.js';
import { shownRow } from './shown-row.js';

const MOST_ROWS = 5;

/** Remarks and signatures among the rows are no indicators; who reads the doubt sees that none was taken for one. */
export const rowIgnored = eachSheet('row-ignored', ({ notes }) => {
  const [first] = notes;
  if (!first) return [];
  const rows = notes.slice(0, MOST_ROWS).map(({ text }) => `“${shownRow(text)}”`);
  const more = notes.length > MOST_ROWS;
  const zh = `${notes.length} 行按说明或签字读取，没有作为指标导入：${rows.join('、')}${more ? ' 等' : ''}。请核对。`;
  const en = `${notes.length} row(s) read as remark or signature and not imported as indicators: ${rows.join(', ')}${more ? ' …' : ''}. Please check.`;
  return [{ severity: 'info', message: { zh, en }, source: first.source }];
});
