import { eachSheet } from './doubt-check.js';

const MOST_PLACES = 8;

/** What a formula gave when the workbook was last saved; it may be out of date. */
export const valueComputed = eachSheet('value-computed', ({ computed }) => {
  const [first] = computed;
  if (!first) return [];
  const places = computed.slice(0, MOST_PLACES).map(({ source }) => source);
  const zh = `${computed.length} 个单元格是公式，取的是文件里保存的结果：${places.join('、')}。请核对。`;
  const en = `${computed.length} cells are formulas; their saved results were taken: ${places.join(', ')}. Please check.`;
  return [{ severity: 'info', message: { zh, en }, source: first.source }];
});
