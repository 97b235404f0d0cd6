import type { IndicatorDraft } from '../sheet-draft.js';
import { atRows } from './at-rows.js';
import { eachSheet } from './doubt-check.js';

/** Words of a benefit: what gets better, not what it costs. */
const BENEFIT = /提升|提高|促进|改善|增强|推动|带动|优化|保障.*(?:运转|运行)/;
const COST = /成本|费用|经费|支出|价格|投入|损耗|污染|能耗/;
const KINDS = {
  benefit: { zh: '效益指标', en: 'a benefit' },
  survey: { zh: '满意度指标', en: 'satisfaction' },
} as const;

/**
 * Indicators that look as if they stood under the wrong heading; the sheet is taken as printed all the same. Those under one
 * heading have one cause.
 */
export const categorySuspect = eachSheet('category-suspect', ({ draft }) => {
  const headings = [...new Set(draft.indicators.map(headingOf))];
  return headings.flatMap((heading) =>
    (['benefit', 'survey'] as const).flatMap((kind) => {
      const { rows, zh, en, ...place } = atRows(draft, (row) => headingOf(row) === heading && looksLike(row) === kind);
      if (rows.length === 0) return [];
      const message = {
        zh: `${zh}列在“${heading}”下，从内容看更像${KINDS[kind].zh}，请核对。`,
        en: `${en} under “${heading}”: looks like ${KINDS[kind].en}. Please check.`,
      };
      return [{ severity: 'warning' as const, message, ...place }];
    }),
  );
});

const headingOf = ({ level1, level2 }: IndicatorDraft): string => (level2 === '' ? level1 : level2);

function looksLike({ level1, level2, name, qualitative }: IndicatorDraft): keyof typeof KINDS | null {
  const headings = `${level1}${level2}`;
  if (headings.includes('成本') && qualitative && BENEFIT.test(name) && !COST.test(name)) return 'benefit';
  return name.includes('满意度') && headings !== '' && !headings.includes('满意') ? 'survey' : null;
}
