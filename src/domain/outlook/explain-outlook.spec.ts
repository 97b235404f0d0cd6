import {
  CEILING,
  COUNT,
  DIRECT,
  entriesOf,
  judged,
  MONTHLY,
  NATIONAL,
  QUALITY,
  REPLIES,
  times,
} from '../../../test/support/judged.js';
import type { Language } from '../domain-error.js';
import type { Indicator } from '../indicator.js';
import { explainOutlook, explainPace } from './explain-outlook.js';
import { outlookOf } from './outlook.js';
import { judgePace, printedPace } from './pace.js';

const sentence = (indicator: Indicator, months: readonly (string | null)[], language: Language) => {
  const judgement = judged(indicator, months);
  const outlook = outlookOf(judgement, { entries: entriesOf(months) }, NATIONAL);
  return explainOutlook({ ...indicator, missing: judgement.missing }, outlook, language);
};

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
      '按今年已报月份的平均，预计全年 48 次；尚余 5 个月，每月至少需 6.4 次 才能达到目标；照此趋势还会失 2 分；已确定失分 0 分，尚可争取 5.33 分；完成目标可能性：有可能。',
    ],
    [
      'en',
      COUNT,
      times(7, '4'),
      '48 次 expected by year’s end at the mean of the months reported so far; 5 month(s) left, each needs at least 6.4 次 to reach the target; 2 more points would be lost if it goes on like this; 0 points lost for good, 5.33 still to be won; reaching the target: possible.',
    ],
    [
      'zh',
      CEILING,
      times(6, '7'),
      '按今年已报月份的平均，预计全年 84 次；尚余 6 个月，每月不能超过 3 次；照此趋势将在 2026年9月 突破上限；照此趋势还会失 2.86 分；已确定失分 0 分，尚可争取 0 分；完成目标可能性：有可能。',
    ],
    [
      'en',
      CEILING,
      times(6, '11'),
      '132 次 expected by year’s end at the mean of the months reported so far; the ceiling was passed in June 2026; 4.54 more points would be lost if it goes on like this; 0.91 points lost for good, 0 still to be won; reaching the target: impossible.',
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

  it('says why an indicator is behind whose forecast reaches the target: months that nobody has approved are not in the pace', () => {
    const twelfth = { ...COUNT, target: '3' };
    const months = ['1', ...Array.from({ length: 9 }, () => null)];
    expect(sentence(twelfth, months, 'zh')).toContain(
      '尚无核定数的 9 个月未计入时序进度，以下假设补齐后与其他月份相当；按今年已报月份的平均，预计全年 12 次；还可填报 11 个月（其中已过的 9 个月尚无核定数），每月至少需 0.19 次',
    );
    expect(sentence(twelfth, months, 'en')).toContain(
      '11 month(s) can still be entered (9 of them over, without an approved figure)',
    );
    expect(paceSentence(twelfth, months, 'en')).toContain('by October 2026');
  });

  it('rounds what is needed up and what is allowed down: a hundredth too little would not do', () => {
    expect(sentence({ ...COUNT, target: '61' }, times(5, '4'), 'en')).toContain('at least 5.86 次'); // 41 ÷ 7
    expect(sentence({ ...CEILING, target: '61' }, times(5, '4'), 'en')).toContain('none may exceed 5.85 次');
  });

  it('says of a ratio what it takes for granted, and never asks for more than all', () => {
    const replies = { ...REPLIES, rule: 'proportional' } as const;
    const one = sentence({ ...replies, target: '98' }, ['97/100', '98/100'], 'zh');
    expect(one).toContain('每月至少需 98.1 % 才能达到目标');
    expect(one).toContain('尚可争取 0.05 分（按每月件数与此前相当估算）');
    const far = sentence(replies, ['19/20', '20/20'], 'zh');
    expect(far).toContain('尚余 10 个月，按此前每月件数，全部达成也达不到目标；');
    expect(sentence({ ...replies, target: '120' }, ['110/100'], 'en')).toContain('at least 120.91 %');
  });

  it('says nothing of what does not apply', () => {
    expect(sentence(COUNT, ['n/a'], 'zh')).toBe('');
  });
});

describe('the sentence on the pace', () => {
  it.each([
    ['zh', '时序进度 80.00%（截至7月应不少于 35 次）；按时间进度；时序得分 8.00 分；扣 2 分。'],
    ['en', 'Pace 80.00% (at least 35 次 by July 2026); in step with time; 8.00 points by pace; 2 lost.'],
  ] as [Language, string][])('in %s', (language, expected) => {
    expect(paceSentence(COUNT, times(7, '4'), language)).toBe(expected);
  });

  it.each([
    ['a ceiling', { ...CEILING, target: '536' }, times(10, '50'), '时序进度 89.33%（截至10月应不超过 446.67 次）'],
    ['more than', { ...COUNT, comparator: '>' }, times(6, '6'), '截至6月应多于 30 次'],
    ['less than', { ...CEILING, comparator: '<' }, times(6, '4'), '截至6月应少于 30 次'],
    ['an exact number', { ...COUNT, comparator: '=' }, times(6, '4'), '截至6月应达到 30 次'],
    ['a range', { ...COUNT, comparator: 'range', target: '50', targetUpper: '70' }, ['5'], '应在 4.17–5.83 次 之间'],
    ['each month', MONTHLY, ['4', '2'], '时序进度 75.00%（每月应不少于 4 篇）'],
    ['what is due later', QUALITY, [null], '尚未到期，不计入时序得分和满分。'],
    ['what nobody has approved', COUNT, [null], '尚无核定数；时序得分 0.00 分；暂缺 10 分。'],
  ] as [string, Indicator, (string | null)[], string][])('says what is wanted of %s', (_, indicator, months, said) => {
    expect(paceSentence(indicator, months, 'zh')).toContain(said);
  });

  it('is empty for what does not apply', () => {
    expect(paceSentence(COUNT, ['n/a'], 'zh')).toBe('');
  });
});
