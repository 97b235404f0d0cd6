import { eachSheet } from './doubt-check.js';

const LONGEST_ROW = 120;
const MOST_ROWS = 5;
/** Of who signed, when, and where to call: their values are personal data, which no message repeats. */
const SIGNATURE = /人$|日期|电话|签|章/;

/** Remarks and signatures among the rows are no indicators; who reads the doubt sees that none was taken for one. */
export const rowIgnored = eachSheet('row-ignored', ({ notes }) => {
  const [first] = notes;
  if (!first) return [];
  const rows = notes.slice(0, MOST_ROWS).map(({ text }) => `“${shown(text)}”`);
  const more = notes.length > MOST_ROWS;
  const zh = `${notes.length} 行按说明或签字读取，没有作为指标导入：${rows.join('、')}${more ? ' 等' : ''}。请核对。`;
  const en = `${notes.length} row(s) read as remark or signature and not imported as indicators: ${rows.join(', ')}${more ? ' …' : ''}. Please check.`;
  return [{ severity: 'info', message: { zh, en }, source: first.source }];
});

function shown(text: string): string {
  const [label = ''] = text.split(/[:：|]/);
  return SIGNATURE.test(label.trim()) ? `${label.trim()}…` : text.slice(0, LONGEST_ROW);
}
