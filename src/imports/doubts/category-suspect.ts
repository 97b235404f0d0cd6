import type { IndicatorDraft, SheetDraft } from '../sheet-draft.js';
import { atRows } from './at-rows.js';
import { isSecondLevel } from '../recognisers/rows/caption.js';
import { eachSheet } from './doubt-check.js';

/** Words of a benefit: what gets better, not what it costs. */
const BENEFIT = /提升|提高|促进|改善|增强|推动|带动|优化|保障.*(?:运转|运行)/;
const COST = /成本|费用|经费|支出|价格|投入|损耗|污染|能耗/;
/** Second levels that never stand below the first level beside them. */
const APART: readonly (readonly [level2: RegExp, level1: RegExp])[] = [
  [/^(?:数量|质量|时效)(?:指标)?$/, /效益|满意/],
  [/^(?:经济|社会|生态|可持续).{0,6}(?:指标|效益|影响)$|满意/, /产出/],
];
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
  const unnamed = atRows(draft, ({ name }) => isSecondLevel(name));
  return [
    ...levelAsName(unnamed),
    ...withoutLevel(draft),
    ...underOtherLevel(draft),
    ...headings.flatMap((heading) =>
      (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
        const { rows, zh, en, ...place } = atRows(
          draft,
          (row) => headingOf(row) === heading && looksLike(row) === kind,
        );
        if (rows.length === 0) return [];
        const message = {
          zh: `${zh}列在“${heading}”下，从内容看更像${KINDS[kind].zh}，请核对。`,
          en: `${en} under “${heading}”: looks like ${KINDS[kind].en}. Please check.`,
        };
        return [{ severity: 'warning' as const, message, ...place }];
      }),
    ),
  ];
});

/** 产出指标 printed by hand in the middle of its rows leaves those above it without. */
function withoutLevel(draft: SheetDraft) {
  const first = draft.indicators.findIndex(({ level1 }) => level1 !== '');
  const { rows, zh, en, ...place } = atRows(draft, (row) => draft.indicators.indexOf(row) < first);
  if (rows.length === 0) return [];
  const message = {
    zh: `${zh}没有一级指标，其他行有，请核对。`,
    en: `${en} has no level 1, while other rows have. Please check.`,
  };
  return [{ severity: 'warning' as const, message, ...place }];
}

/** 社会效益指标 below 产出指标: a first level that was forgotten, or a merged cell that reaches too far. */
function underOtherLevel(draft: SheetDraft) {
  const { rows, zh, en, ...place } = atRows(draft, ({ level1, level2 }) =>
    APART.some(([second, first]) => second.test(level2) && first.test(level1)),
  );
  const [one] = rows;
  if (!one) return [];
  const message = {
    zh: `${zh}的二级指标（${one.level2}）列在一级指标“${one.level1}”下，两者不相配，可能漏印了一级指标，请核对。`,
    en: `${en}: the second level (${one.level2}) does not belong under “${one.level1}”; a first level may be missing. Please check.`,
  };
  return [{ severity: 'warning' as const, message, ...place }];
}

/** 数量指标 is what a level is called. */
function levelAsName({ rows, zh, en, ...place }: ReturnType<typeof atRows>) {
  if (rows.length === 0) return [];
  const message = {
    zh: `${zh}是指标级别的名称，不像指标名称，可能读错了列，请核对。`,
    en: `${en} is what a level of indicators is called, and hardly the name of one. Check the columns.`,
  };
  return [{ severity: 'warning' as const, message, ...place }];
}

const headingOf = ({ level1, level2 }: IndicatorDraft): string => (level2 === '' ? level1 : level2);

function looksLike({ level1, level2, name, qualitative }: IndicatorDraft): keyof typeof KINDS | null {
  const headings = `${level1}${level2}`;
  if (headings.includes('成本') && qualitative && BENEFIT.test(name) && !COST.test(name)) return 'benefit';
  return name.includes('满意度') && headings !== '' && !headings.includes('满意') ? 'survey' : null;
}
