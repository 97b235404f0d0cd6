import {
  CEILING,
  COUNT,
  DIRECT,
  entriesOf,
  judged,
  MONTHLY,
  NATIONAL,
  QUALITY,
  times,
} from '../../../test/support/judged.js';
import type { Language } from '../domain-error.js';
import type { Indicator } from '../indicator.js';
import { explainOutlook, explainPace } from './explain-outlook.js';
import { outlookOf } from './outlook.js';
import { judgePace, printedPace } from './pace.js';

const sentence = (indicator: Indicator, months: readonly (string | null)[], language: Language) =>
  explainOutlook(indicator, outlookOf(judged(indicator, months), { entries: entriesOf(months) }, NATIONAL), language);

const paceSentence = (indicator: Indicator, months: readonly (string | null)[], language: Language) => {
  const judgement = judged(indicator, months);
  return explainPace(indicator, printedPace(judgePace(judgement, NATIONAL)), judgement.asOf, language);
};

describe('the sentence on the outlook', () => {
  it.each([
    [
      'zh',
      COUNT,
      times(7, '4'),
      '按今年已报月份的平均，预计全年 48 次；尚余 5 个月，每月至少需 6.4 次 才能达到目标；已无法挽回 0 分，还可争取 5.33 分；完成目标可能性：有可能。',
    ],
    [
      'en',
      COUNT,
      times(7, '4'),
      '48 次 expected by year’s end at the mean of the months reported so far; 5 month(s) left, each needs at least 6.4 次 to reach the target; 0 points lost for good, 5.33 still to be won; reaching the target: possible.',
    ],
    [
      'zh',
      CEILING,
      times(6, '7'),
      '按今年已报月份的平均，预计全年 84 次；尚余 6 个月，每月不能超过 3 次；照此进度将在 2026-09 突破上限；已无法挽回 0 分，还可争取 0 分；完成目标可能性：有可能。',
    ],
    [
      'en',
      CEILING,
      times(6, '11'),
      '132 次 expected by year’s end at the mean of the months reported so far; the ceiling is passed; 0.91 points lost for good, 0 still to be won; reaching the target: impossible.',
    ],
    [
      'en',
      DIRECT,
      times(6, '4'),
      '48 次 expected by year’s end at the mean of the months reported so far; 6 month(s) left, each needs at least 6 次 to reach the target; all or nothing: all 10 points are lost if it goes on like this; 0 points lost for good, 10 still to be won; reaching the target: possible.',
    ],
    ['zh', { ...MONTHLY, weight: '0' }, times(12, '4'), '完成目标可能性：确定能。'],
  ] as [Language, Indicator, string[], string][])('in %s', (language, indicator, months, expected) => {
    expect(sentence(indicator, months, language)).toBe(expected);
  });

  it('rounds what is needed up and what is allowed down: a hundredth too little would not do', () => {
    expect(sentence({ ...COUNT, target: '61' }, times(5, '4'), 'en')).toContain('at least 5.86 次'); // 41 ÷ 7
    expect(sentence({ ...CEILING, target: '61' }, times(5, '4'), 'en')).toContain('none may exceed 5.85 次');
  });

  it('says nothing of what does not apply', () => {
    expect(sentence(COUNT, ['n/a'], 'zh')).toBe('');
  });
});

describe('the sentence on the pace', () => {
  it.each([
    ['zh', '截至 2026-07 按时间进度应达 ≥ 35 次；进度完成率 80.00%。'],
    ['en', 'By 2026-07 ≥ 35 次 should be reached in step with time; pace 80.00%.'],
  ] as [Language, string][])('in %s', (language, expected) => {
    expect(paceSentence(COUNT, times(7, '4'), language)).toBe(expected);
  });

  it('gives both ends of a range, rounded to hundredths', () => {
    const range: Indicator = { ...COUNT, comparator: 'range', target: '50', targetUpper: '70' };
    expect(paceSentence(range, ['5'], 'en')).toContain('4.17 – 5.83 次');
  });

  it('is empty where nothing is compared', () => {
    expect(paceSentence(QUALITY, [null], 'zh')).toBe('');
  });
});
