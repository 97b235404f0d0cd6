import type { Language } from '../domain-error.js';
import type { Comparator, Period } from '../indicator.js';
import { type Month, monthNumber } from '../calendar/month.js';
import { monthName } from '../calendar/month-name.js';
import type { ForecastBasis } from './forecast.js';
import type { PaceBasis } from './target-to-date.js';

/** The pieces from which `explainPace` and `explainOutlook` build their sentences. */
export interface OutlookWords {
  readonly basis: Record<Exclude<PaceBasis, 'whole'>, string>;
  /** What is wanted of a value: `应不超过 446.67 件`. */
  readonly wanted: Record<Exclude<Comparator, 'qualitative' | 'by'>, (amount: string) => string>;
  readonly each: Record<Period, (wanted: string) => string>;
  readonly to: (wanted: string, month: Month) => string;
  readonly pace: (percent: string, wanted: string) => string;
  readonly paceScore: (points: string) => string;
  readonly paceLost: (points: string) => string;
  /** The same where nothing counts yet: an approval may still bring them. */
  readonly paceLacking: (points: string) => string;
  readonly notDue: string;
  /** Whether it is past its due date, a draft, or was returned: none of it counts, and a score does not know which. */
  readonly notApproved: string;
  readonly waiting: string;
  readonly notBegun: string;
  readonly forecastBasis: Record<ForecastBasis, string>;
  readonly forecast: (value: string, how: string) => string;
  /** Months that are over and not approved count as nothing by pace, and as any other month in the forecast. */
  readonly lacking: (months: number) => string;
  /** Months that still count, and how many of them are over. */
  readonly open: (months: number, over: number) => string;
  readonly needed: (open: string, amount: string) => string;
  /** Of cases that keep coming as so far, not even all are enough. */
  readonly unreachable: (open: string) => string;
  readonly allowed: (open: string, amount: string) => string;
  readonly breach: (month: Month) => string;
  readonly passed: (month: Month) => string;
  readonly atRisk: (weight: string) => string;
  /** Points that the forecast loses beside those that are lost for good. */
  readonly heading: (points: string) => string;
  readonly points: (lost: string, winnable: string) => string;
  /** What is said of a ratio's points to come depends on how many cases come. */
  readonly asManyCases: string;
  readonly possibility: (name: string) => string;
  readonly separator: string;
  readonly end: string;
}

const ZH: OutlookWords = {
  basis: { milestone: '按阶段目标', linear: '按时间进度' },
  wanted: {
    '>=': (amount) => `应不少于 ${amount}`,
    '>': (amount) => `应多于 ${amount}`,
    '=': (amount) => `应达到 ${amount}`,
    '<=': (amount) => `应不超过 ${amount}`,
    '<': (amount) => `应少于 ${amount}`,
    range: (amount) => `应在 ${amount} 之间`,
  },
  each: {
    month: (wanted) => `每月${wanted}`,
    quarter: (wanted) => `每季度${wanted}`,
    'half-year': (wanted) => `每半年${wanted}`,
  },
  to: (wanted, month) => `截至${monthNumber(month)}月${wanted}`,
  pace: (percent, wanted) => `时序进度 ${percent}（${wanted}）`,
  paceScore: (points) => `时序得分 ${points} 分`,
  paceLost: (points) => `扣 ${points} 分`,
  paceLacking: (points) => `暂缺 ${points} 分`,
  notDue: '尚未到期，不计入时序得分和满分',
  notApproved: '尚无核定数',
  waiting: '已提交，待审核',
  notBegun: '启用前，不评判',
  forecastBasis: { 'run-rate': '按今年已报月份的平均', 'last-year': '按上年各月走势', 'carried-forward': '按目前水平' },
  forecast: (value, how) => `${how}，预计全年 ${value}`,
  lacking: (months) => `尚无核定数的 ${months} 个月未计入时序进度，以下假设补齐后与其他月份相当`,
  open: (months, over) =>
    over > 0 ? `还可填报 ${months} 个月（其中已过的 ${over} 个月尚无核定数）` : `尚余 ${months} 个月`,
  needed: (open, amount) => `${open}，每月至少需 ${amount} 才能达到目标`,
  unreachable: (open) => `${open}，按此前每月件数，全部达成也达不到目标`,
  allowed: (open, amount) => `${open}，每月不能超过 ${amount}`,
  breach: (month) => `照此趋势将在 ${monthName(month).zh} 突破上限`,
  passed: (month) => `已于 ${monthName(month).zh} 突破上限`,
  heading: (points) => `照此趋势还会失 ${points} 分`,
  atRisk: (weight) => `直接赋分，照此趋势将扣全部 ${weight} 分`,
  points: (lost, winnable) => `已确定失分 ${lost} 分，尚可争取 ${winnable} 分`,
  asManyCases: '（按每月件数与此前相当估算）',
  possibility: (name) => `完成目标可能性：${name}`,
  separator: '；',
  end: '。',
};

const EN: OutlookWords = {
  basis: { milestone: 'by the milestone', linear: 'in step with time' },
  wanted: {
    '>=': (amount) => `at least ${amount}`,
    '>': (amount) => `more than ${amount}`,
    '=': (amount) => `exactly ${amount}`,
    '<=': (amount) => `at most ${amount}`,
    '<': (amount) => `less than ${amount}`,
    range: (amount) => `between ${amount}`,
  },
  each: {
    month: (wanted) => `${wanted} each month`,
    quarter: (wanted) => `${wanted} each quarter`,
    'half-year': (wanted) => `${wanted} each half-year`,
  },
  to: (wanted, month) => `${wanted} by ${monthName(month).en}`,
  pace: (percent, wanted) => `Pace ${percent} (${wanted})`,
  paceScore: (points) => `${points} points by pace`,
  paceLost: (points) => `${points} lost`,
  paceLacking: (points) => `${points} lacking so far`,
  notDue: 'Not due yet: left out of the points and of the maximum by pace',
  notApproved: 'Nothing approved yet',
  waiting: 'Handed in, waiting for review',
  notBegun: 'Not taken up yet, not judged',
  forecastBasis: {
    'run-rate': 'at the mean of the months reported so far',
    'last-year': 'with last year’s course of months',
    'carried-forward': 'at the present level',
  },
  forecast: (value, how) => `${value} expected by year’s end ${how}`,
  lacking: (months) =>
    `${months} month(s) have no approved figure and are missing from the pace; what follows takes them to be like the others`,
  open: (months, over) =>
    over > 0
      ? `${months} month(s) can still be entered (${over} of them over, without an approved figure)`
      : `${months} month(s) left`,
  needed: (open, amount) => `${open}, each needs at least ${amount} to reach the target`,
  unreachable: (open) => `${open}: with as many cases a month as so far, even all of them would not reach the target`,
  allowed: (open, amount) => `${open}, none may exceed ${amount}`,
  breach: (month) => `the ceiling would be passed in ${monthName(month).en}`,
  passed: (month) => `the ceiling was passed in ${monthName(month).en}`,
  heading: (points) => `${points} more ${points === '1' ? 'point' : 'points'} would be lost if it goes on like this`,
  atRisk: (weight) => `all or nothing: all ${weight} points are lost if it goes on like this`,
  points: (lost, winnable) => `${lost} points lost for good, ${winnable} still to be won`,
  asManyCases: ' (if as many cases come each month as so far)',
  possibility: (name) => `reaching the target: ${name}`,
  separator: '; ',
  end: '.',
};

export const OUTLOOK_WORDS: Record<Language, OutlookWords> = { zh: ZH, en: EN };
