import type { Language } from '../domain-error.js';
import type { Month } from '../month.js';
import type { ForecastBasis } from './forecast.js';
import type { PaceBasis } from './target-to-date.js';

/** The pieces from which `explainPace` and `explainOutlook` build their sentences. */
export interface OutlookWords {
  readonly basis: Record<PaceBasis, string>;
  readonly due: (target: string, how: string, month: Month) => string;
  readonly pace: (percent: string) => string;
  readonly forecastBasis: Record<ForecastBasis, string>;
  readonly forecast: (value: string, how: string) => string;
  readonly needed: (open: number, amount: string) => string;
  readonly allowed: (open: number, amount: string) => string;
  readonly breach: (month: Month) => string;
  readonly passed: string;
  readonly atRisk: (weight: string) => string;
  readonly points: (lost: string, winnable: string) => string;
  readonly possibility: (name: string) => string;
  readonly separator: string;
  readonly end: string;
}

const ZH: OutlookWords = {
  basis: { milestone: '按阶段目标', linear: '按时间进度', whole: '按全年目标' },
  due: (target, how, month) => `截至 ${month} ${how}应达 ${target}`,
  pace: (percent) => `进度完成率 ${percent}`,
  forecastBasis: { 'run-rate': '按今年已报月份的平均', 'last-year': '按上年各月走势', 'carried-forward': '按目前水平' },
  forecast: (value, how) => `${how}，预计全年 ${value}`,
  needed: (open, amount) => `尚余 ${open} 个月，每月至少需 ${amount} 才能达到目标`,
  allowed: (open, amount) => `尚余 ${open} 个月，每月不能超过 ${amount}`,
  breach: (month) => `照此进度将在 ${month} 突破上限`,
  passed: '已突破上限',
  atRisk: (weight) => `直接赋分，照此进度将失去全部 ${weight} 分`,
  points: (lost, winnable) => `已无法挽回 ${lost} 分，还可争取 ${winnable} 分`,
  possibility: (name) => `完成目标可能性：${name}`,
  separator: '；',
  end: '。',
};

const EN: OutlookWords = {
  basis: { milestone: 'by the milestone', linear: 'in step with time', whole: 'by the year’s target' },
  due: (target, how, month) => `By ${month} ${target} should be reached ${how}`,
  pace: (percent) => `pace ${percent}`,
  forecastBasis: {
    'run-rate': 'at the mean of the months reported so far',
    'last-year': 'with last year’s course of months',
    'carried-forward': 'at the present level',
  },
  forecast: (value, how) => `${value} expected by year’s end ${how}`,
  needed: (open, amount) => `${open} month(s) left, each needs at least ${amount} to reach the target`,
  allowed: (open, amount) => `${open} month(s) left, none may exceed ${amount}`,
  breach: (month) => `the ceiling would be passed in ${month}`,
  passed: 'the ceiling is passed',
  atRisk: (weight) => `all or nothing: all ${weight} points are lost if it goes on like this`,
  points: (lost, winnable) => `${lost} points lost for good, ${winnable} still to be won`,
  possibility: (name) => `reaching the target: ${name}`,
  separator: '; ',
  end: '.',
};

export const OUTLOOK_WORDS: Record<Language, OutlookWords> = { zh: ZH, en: EN };
