import { eachIndicator } from './doubt-check.js';

/** Words of a benefit: what gets better, not what it costs. */
const BENEFIT = /提升|提高|促进|改善|增强|推动|带动|优化|保障.*(?:运转|运行)/;
const COST = /成本|费用|经费|支出|价格|投入|损耗|污染|能耗/;

/** An indicator that looks as if it stood under the wrong heading; the sheet is taken as printed all the same. */
export const categorySuspect = eachIndicator('category-suspect', ({ level1, level2, name, qualitative }) => {
  const headings = `${level1}${level2}`;
  const isBenefit = headings.includes('成本') && qualitative && BENEFIT.test(name) && !COST.test(name);
  const isSurvey = name.includes('满意度') && headings !== '' && !headings.includes('满意');
  if (!isBenefit && !isSurvey) return null;
  const fitting = isBenefit ? { zh: '效益指标', en: 'a benefit' } : { zh: '满意度指标', en: 'satisfaction' };
  const zh = `“${name}”列在“${level2 || level1}”下，从内容看更像${fitting.zh}，请核对。`;
  const en = `“${name}” stands under “${level2 || level1}” but looks like ${fitting.en}. Please check.`;
  return { severity: 'warning', message: { zh, en } };
});
