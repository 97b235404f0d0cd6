import type { Language } from '../../domain/domain-error.js';
import { exact, plain, rounded } from '../../domain/exact.js';
import { perText } from '../../domain/printed/target-text.js';
import { isBeforeFirst, isUnjudged } from '../../domain/scoring/unjudged.js';
import type { IndicatorScore } from '../../domain/scoring/indicator-score.js';
import type { ReportedIndicator, ReportedSheet, ReportedTarget } from '../content/report-content.js';
import { label, mark, number, text } from '../model/cells.js';
import type { Band } from '../model/report-document.js';
import { deviation } from './deviation.js';
import type { FormBody } from './form-body.js';
import { actualValue, notJudged, percent, pointsAt, type Say, sayIn, shown, totalPoints } from './form-words.js';
import { fundsOf } from './funds.js';
import { officialForm } from './official-form.js';
import { scoredRows } from './scored-rows.js';

/** 指标名称, 计量单位, 指标性质, 年初指标值, 调整指标值, 全年完成值, 得分系数, 指标权重, 指标得分, 是否核心指标. */
const COLUMNS = [24, 8, 8, 10, 10, 11, 9, 9, 9, 9];
const SIGNS = {
  '>=': '≥',
  '>': '＞',
  '=': '＝',
  '<': '＜',
  '<=': '≤',
  range: '区间',
  by: '期限',
  qualitative: '定性',
} as const;
const ENGLISH_SIGNS = { ...SIGNS, range: 'range', by: 'by', qualitative: 'qualitative' } as const;

/** 部门整体绩效自评表. */
export function departmentSelfEvaluation(sheet: ReportedSheet, language: Language): FormBody {
  const say = sayIn(language);
  return officialForm(sheet, language, {
    title: say('部门整体绩效自评表', 'Self-evaluation of a whole department'),
    orientation: 'portrait',
    name: say('自评表', 'Self-evaluation'),
    columns: COLUMNS,
    bands: [headBand(sheet, say), budgetBand(sheet, say), goalsBand(sheet, say), indicatorBand(sheet, language)],
    head: say('部门负责人', 'Head'),
  });
}

const headBand = ({ department, responsible, score }: ReportedSheet, say: Say): Band => ({
  head: [],
  rows: [
    [
      label(say('部门', 'Department')),
      text(department, { across: 4 }),
      label(say('自评总分', 'Total score'), { across: 2 }),
      mark(isUnjudged(score) ? notJudged(say) : `${score.raw} / ${shown(score.max)}`, { across: 3 }),
    ],
    [
      label(say('联系人', 'Contact')),
      text(responsible.name, { across: 4 }),
      label(say('电话', 'Telephone'), { across: 2 }),
      text(responsible.phone, { across: 3 }),
    ],
  ],
});

function budgetBand(sheet: ReportedSheet, say: Say): Band {
  const { planned, adjusted, spent } = fundsOf(sheet).total;
  const { rate, max, score } = sheet.score.execution;
  return {
    head: [],
    rows: [
      [
        label(say('部门整体支出预算\n（万元）', 'Budget of the department\n(10,000 yuan)'), { down: 2 }),
        label(say('年初预算数', 'Initial budget'), { across: 2 }),
        label(say('全年预算数', 'Budget of the year'), { across: 2 }),
        label(say('全年执行数', 'Spent')),
        label(say('执行率', 'Rate')),
        label(say('执行率权重', 'Points')),
        label(say('执行率得分', 'Score'), { across: 2 }),
      ],
      [
        number(planned, { across: 2 }),
        number(adjusted, { across: 2 }),
        number(spent),
        mark(percent(rate)),
        number(shown(max)),
        number(score, { across: 2 }),
      ],
    ],
  };
}

/** Goals are not adjusted during the year without a revision of the sheet: what stands in it is both. */
const goalsBand = ({ goals }: ReportedSheet, say: Say): Band => ({
  head: [],
  rows: [
    [
      label(say('当年整体绩效目标', 'Goals of the year'), { down: 1 + Math.max(1, goals.length) }),
      label(say('年初绩效目标', 'Planned'), { across: 4 }),
      label(say('全年（调整）绩效目标', 'Adjusted'), { across: 2 }),
      label(say('全年目标实际完成情况', 'Reached'), { across: 3 }),
    ],
    ...(goals.length > 0 ? goals : [{ text: '', progress: null }]).map((goal) => [
      text(goal.text, { across: 4 }),
      text('', { across: 2 }),
      text(goal.progress, { across: 3 }),
    ]),
  ],
});

function indicatorBand(sheet: ReportedSheet, language: Language): Band {
  const say = sayIn(language);
  const { asOf, max } = sheet.score;
  return {
    head: [
      [
        say('指标名称', 'Indicator'),
        say('计量单位', 'Unit'),
        say('指标性质', 'Nature'),
        say('年初指标值', 'Initial target'),
        say('调整指标值', 'Adjusted target'),
        say('全年完成值', 'Actual'),
        say('得分系数', 'Coefficient'),
        say('指标权重', 'Weight'),
        say('指标得分', 'Score'),
        say('是否核心指标', 'Core'),
      ].map((word) => label(word)),
    ],
    rows: [
      ...scoredRows(sheet).map(({ indicator, score }) => [
        text(indicator.name),
        mark(unitOf(indicator, language)),
        mark((language === 'zh' ? SIGNS : ENGLISH_SIGNS)[indicator.comparator]),
        mark(targetOf(indicator.initial ?? indicator)),
        mark(indicator.initial ? targetOf(indicator) : ''),
        mark(actualValue({ ...indicator, unit: null }, score, asOf, language)),
        number(isBeforeFirst(score, asOf) ? null : coefficient(score)),
        number(shown(score.max)),
        number(pointsAt(score, asOf)),
        mark(indicator.core ? say('是', 'yes') : say('否', 'no')),
      ]),
      [label(say('合计', 'Total'), { across: 7 }), number(shown(max)), number(totalPoints(sheet)), mark('')],
      [label(say('说明', 'Explanation')), text(explanations(sheet, say), { across: 9 })],
    ],
  };
}

/** 得分系数: the share of the weight that was earned, with two decimals as the official forms print it. */
const coefficient = ({ score, max }: IndicatorScore): string | null =>
  score === null ? null : plain(rounded(exact(score).div(exact(max)), 2));

const unitOf = ({ unit, per }: ReportedIndicator, language: Language): string =>
  `${unit ?? ''}${perText(per, language)}`;

function targetOf({ comparator, target, targetUpper, targetText }: ReportedTarget): string {
  if (comparator === 'qualitative') return targetText ?? '';
  return comparator === 'range' ? `${target ?? ''}–${targetUpper ?? ''}` : (target ?? '');
}

/** This form has no column for reasons; they stand below it. */
const explanations = (sheet: ReportedSheet, say: Say): string =>
  scoredRows(sheet)
    .map(({ indicator }) => ({ name: indicator.name, reason: deviation(indicator, say) }))
    .filter(({ reason }) => reason !== '')
    .map(({ name, reason }) => `${name}：${reason}`)
    .join('\n');
