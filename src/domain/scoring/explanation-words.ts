import type { Language } from '../domain-error.js';
import { type Aggregation, periodOf } from '../aggregation.js';
import type { Grade, Period, Rule } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import { monthName } from '../calendar/month-name.js';
import type { Explanation, ExplanationNote } from './explanation.js';

/** The pieces from which `explain` builds its sentences. */
export interface Words {
  readonly rule: Record<Rule | 'qualitative', string>;
  readonly grade: Record<Grade, string>;
  readonly note: Record<ExplanationNote, (explanation: Explanation) => string>;
  readonly target: (text: string) => string;
  readonly earlierTarget: (from: Month, text: string) => string;
  readonly reached: (how: string, value: string, months: number) => string;
  readonly cases: (numerators: string, denominators: string) => string;
  readonly periods: (aggregation: Aggregation, count: number, missing: number) => string;
  readonly completedOn: (day: string, late: number) => string;
  readonly graded: (grade: string, coefficient: string) => string;
  readonly completion: (percent: string) => string;
  readonly points: (rule: string, arithmetic: string, score: string) => string;
  readonly lost: (points: string) => string;
  readonly notDue: (points: string) => string;
  readonly override: (score: string, formula: string, by: string, reason: string) => string;
  readonly notBegun: string;
  readonly full: string;
  readonly separator: string;
  readonly end: string;
}

const PERIOD_ZH: Readonly<Record<Period, readonly [string, string]>> = {
  month: ['月', '个月'],
  quarter: ['季', '个季度'],
  'half-year': ['半年', '个半年'],
};

const periodEn = (aggregation: Aggregation | null): Period => periodOf(aggregation) ?? 'month';
const periodZh = (aggregation: Aggregation | null) => PERIOD_ZH[periodEn(aggregation)];

const ZH: Words = {
  rule: {
    proportional: '按照完成比例赋分',
    direct: '直接赋分',
    graded: '按评判等级赋分',
    qualitative: '按等级系数赋分',
  },
  grade: { achieved: '达成', partial: '部分达成', missed: '未达成' },
  note: {
    'nothing-reported': () => '尚无核定数，暂计 0 分',
    waiting: () => '已提交，待审核，核定后计分',
    'months-missing': ({ missing, aggregation, statistics: { waiting } }) =>
      `缺报 ${missing} ${periodZh(aggregation)[1]}${waiting ? `（含已报待审 ${waiting} 个月）` : ''}，得分为暂定`,
    'not-applicable': () => '不适用，不计入得分和满分',
    'taken-up': ({ firstMonth }) => `年中启用，自${firstMonth ? monthName(firstMonth).zh : ''}起填报`,
    ended: ({ endMonth }) => `指标已终止（计至 ${endMonth ? monthName(endMonth).zh : ''}），不再计入得分和满分`,
    reopened: ({ statistics }) => `${statistics.reopened ?? 0} 个月已重新打开，暂按上次核定值计分`,
    'not-due': () => '尚未到期，暂计 0 分',
    commitment: () => '承诺事项，只跟踪不计分',
    'rule-assumed': () => '文件未载明赋分规则，按政策默认规则计分',
    'rule-unfit': () => '定性指标不能按比例赋分，按等级系数计分',
    'above-equals': () => '实际值超过“等于”的目标',
    'over-target': () => '超额完成达到偏离阈值，需说明原因',
    'points-deducted': ({ deducted }) => `因偏离目标扣 ${deducted} 分`,
  },
  target: (text) => `目标 ${text}`,
  earlierTarget: (from, text) => `${monthName(from).zh}起的此前目标 ${text}`,
  reached: (how, value, months) => `${how}完成 ${value}（已报 ${months} 个月）`,
  cases: (numerators, denominators) => `${numerators} ÷ ${denominators}`,
  periods: (aggregation, count, missing) => {
    const [word, unit] = periodZh(aggregation);
    return `逐${word}评判：已报 ${count} ${unit}、缺 ${missing} ${unit}，取各${word}完成比例的平均`;
  },
  completedOn: (day, late) => `于 ${day} 完成${late > 0 ? `，晚 ${late} 天` : ''}`,
  graded: (grade, coefficient) => `评为“${grade}”，系数 ${coefficient}`,
  completion: (percent) => `完成比例 ${percent}`,
  points: (rule, arithmetic, score) => `${rule}：${arithmetic} = ${score} 分`,
  lost: (points) => `扣 ${points} 分`,
  notDue: (points) => `尚未到期 ${points} 分`,
  override: (score, formula, by, reason) => `人工复核 ${score} 分（公式得分 ${formula} 分；${by}：${reason}）`,
  notBegun: '此前各月不评判',
  full: '得满分',
  separator: '；',
  end: '。',
};

const EN: Words = {
  rule: {
    proportional: 'in proportion to completion',
    direct: 'all or nothing',
    graded: 'by grade of completion',
    qualitative: 'by coefficient of the grade',
  },
  grade: { achieved: 'achieved', partial: 'partly achieved', missed: 'missed' },
  note: {
    'nothing-reported': () => 'nothing approved yet, counts as 0 so far',
    waiting: () => 'handed in, waiting for review, counts once it is approved',
    'months-missing': ({ missing, aggregation, statistics: { waiting } }) =>
      `${missing} ${periodEn(aggregation)}(s) missing${waiting ? ` (with ${waiting} month(s) that wait for review)` : ''}, so the score is provisional`,
    'not-applicable': () => 'not applicable, left out of score and maximum',
    'taken-up': ({ firstMonth }) =>
      `taken up in the middle of the year, entered from ${firstMonth ? monthName(firstMonth).en : ''} on`,
    ended: ({ endMonth }) =>
      `it ended after ${endMonth ? monthName(endMonth).en : ''} and counts in score and maximum no more`,
    reopened: ({ statistics }) => `${statistics.reopened ?? 0} month(s) reopened, counted with what was last approved`,
    'not-due': () => 'not due yet, counts as 0 so far',
    commitment: () => 'a commitment: tracked, never scored',
    'rule-assumed': () => 'the document prints no rule; the policy’s default applies',
    'rule-unfit': () => 'text cannot be scored in proportion; the grade’s coefficient applies',
    'above-equals': () => 'the actual value exceeds an “equals” target',
    'over-target': () => 'exceeded beyond the deviation threshold; give the reason',
    'points-deducted': ({ deducted }) => `${deducted} points deducted for the deviation`,
  },
  target: (text) => `Target ${text}`,
  earlierTarget: (from, text) => `before, from ${monthName(from).en}, ${text}`,
  reached: (how, value, months) => `${how} ${value} (${months} month(s) reported)`,
  cases: (numerators, denominators) => `${numerators} ÷ ${denominators}`,
  periods: (aggregation, count, missing) =>
    `each ${periodEn(aggregation)} judged on its own: ${count} reported, ${missing} missing, mean of their completions`,
  completedOn: (day, late) => `completed on ${day}${late > 0 ? `, ${late} day(s) late` : ''}`,
  graded: (grade, coefficient) => `graded “${grade}”, coefficient ${coefficient}`,
  completion: (percent) => `completion ${percent}`,
  points: (rule, arithmetic, score) => `${rule}: ${arithmetic} = ${score} points`,
  lost: (points) => `${points} points lost`,
  notDue: (points) => `${points} points not due yet`,
  override: (score, formula, by, reason) =>
    `set to ${score} points on review (the formula gives ${formula}; ${by}: ${reason})`,
  notBegun: 'the months before are not judged',
  full: 'full marks',
  separator: '; ',
  end: '.',
};

export const WORDS: Record<Language, Words> = { zh: ZH, en: EN };
