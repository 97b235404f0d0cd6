import {
  CEILING,
  COUNT,
  DIRECT,
  judged,
  LEVEL,
  MONTHLY,
  NATIONAL,
  QUALITY,
  REPLIES,
  SLOWEST,
  STRICT,
  times,
  unreported,
} from '../../../test/support/judged.js';
import type { Indicator, Milestone } from '../indicator.js';
import { judgePace, printedPace } from './pace.js';

const pace = (
  indicator: Indicator,
  months: readonly (string | null)[],
  { milestones, ...options }: Parameters<typeof judged>[2] & { milestones?: readonly Milestone[] } = {},
) => printedPace(judgePace(judged({ ...indicator, milestones }, months, options), options.policy ?? NATIONAL));

describe('the pace of an indicator', () => {
  it.each([
    ['on its share of the year', times(6, '5'), '1', '10.00', 'green', 'possible'],
    ['a little behind', times(6, '4'), '0.8', '8.00', 'amber', 'possible'],
    ['far behind', times(6, '3.9'), '0.78', '7.80', 'red', 'possible'],
    ['at the whole target already', times(6, '10'), '1', '10.00', 'green', 'certain'],
  ])('%s', (_, months, share, score, light, possibility) => {
    const expected = { targetToDate: '30', upperToDate: null, basis: 'linear', pace: share, score, light, possibility };
    expect(pace(COUNT, months)).toEqual(expected);
  });

  it('is all or nothing where the rule is', () => {
    expect(pace(DIRECT, times(6, '5'))).toMatchObject({ pace: '1', score: '10.00' });
    expect(pace(DIRECT, times(6, '4'))).toMatchObject({ pace: '0.8', score: '0.00' });
  });

  it('of a level is judged by the whole target at once', () => {
    expect(pace(LEVEL, ['4'])).toMatchObject({ targetToDate: '5', basis: 'whole', pace: '0.8', light: 'amber' });
  });

  it('of a sum that may not exceed a ceiling is judged by the ceiling to date', () => {
    expect(pace(CEILING, times(2, '5'))).toMatchObject({ targetToDate: '10', pace: '1', light: 'green' });
    expect(pace(CEILING, times(2, '10'))).toMatchObject({ targetToDate: '10', pace: '0.5', light: 'red' });
  });

  it('of a range has both ends to date', () => {
    const range: Indicator = { ...COUNT, comparator: 'range', target: '48', targetUpper: '60' };
    expect(pace(range, times(3, '4.5'))).toMatchObject({ targetToDate: '12', upperToDate: '15', pace: '1' });
    expect(pace(range, times(3, '6.25'))).toMatchObject({ pace: '0.8', light: 'amber' });
  });

  it('takes nothing off for being ahead of the year, whatever the policy takes off in the end', () => {
    expect(pace(COUNT, times(6, '9'), { policy: STRICT })).toMatchObject({ pace: '1', score: '10.00' });
  });

  it.each([
    ['a ceiling that is kept', SLOWEST, ['5', '6'], 'green'],
    ['a ceiling that was passed once', SLOWEST, ['7', '1'], 'red'],
    ['every month reached', MONTHLY, ['4', '5'], 'green'],
    ['one month missed of all or nothing', MONTHLY, ['4', '3'], 'red'],
    ['every letter answered', REPLIES, ['2/2'], 'green'],
    ['one letter unanswered of all or nothing', REPLIES, ['999/1000'], 'red'],
  ])('%s', (_, indicator, months, light) => {
    expect(pace(indicator, months)).toMatchObject({ light });
  });

  it.each([
    ['nothing but N/A', COUNT, ['n/a'], null],
    ['a ratio without cases', REPLIES, ['0/0'], null],
    ['not due yet', QUALITY, unreported(5), 'possible'],
  ])('is grey, and left out of score and maximum: %s', (_, indicator, months, possibility) => {
    const nothing = { targetToDate: null, upperToDate: null, basis: null, pace: null, score: null };
    expect(pace(indicator, months)).toEqual({ ...nothing, possibility, light: 'grey' });
  });

  it('of what is due and not reported is grey, and counts as nothing', () => {
    expect(pace(COUNT, unreported(5))).toMatchObject({ score: '0.00', light: 'grey' });
  });

  it.each([
    ['0.8', 'green', '8.00'],
    ['0.79', 'amber', '7.90'],
    ['0.6', 'amber', '6.00'],
    ['0.59', 'red', '5.90'],
  ])('of a quality with coefficient %s is %s, by the bands of the policy', (coefficient, light, score) => {
    expect(pace(QUALITY, [`achieved ${coefficient}`], { asOf: 12 })).toMatchObject({ light, score, pace: coefficient });
  });

  it('of a missed month is never green before its data are there', () => {
    expect(pace(MONTHLY, ['4'], { asOf: 2 })).toMatchObject({ pace: '0.5', light: 'red' });
  });

  it.each([
    [3, '10', '0.9', 'before the first milestone a sum grows evenly towards it'],
    [6, '20', '0.9', 'at a milestone'],
    [8, '20', '1', 'between two milestones the last one holds'],
    [9, '50', '0.54', 'at the next one'],
  ])('by %i months with milestones has to be %s: %s, %s', (count, target, share) => {
    const milestones = [
      { month: '2026-06', target: '20' },
      { month: '2026-09', target: '50' },
    ];
    expect(pace(COUNT, times(count, '3'), { milestones })).toMatchObject({
      targetToDate: target,
      basis: 'milestone',
      pace: share,
    });
  });

  it('of a level before its first milestone is not due', () => {
    const milestones = [{ month: '2026-06', target: '3' }];
    expect(pace(LEVEL, ['1'], { milestones })).toMatchObject({ targetToDate: null, score: null, light: 'grey' });
    expect(pace(LEVEL, times(6, '3'), { milestones })).toMatchObject({ targetToDate: '3', light: 'green' });
  });

  it('is spread over the window of the sheet', () => {
    const window = { first: '2026-04', last: '2026-09' };
    expect(pace(COUNT, [null, null, null, '10'], { window })).toMatchObject({ targetToDate: '10', pace: '1' });
    expect(pace(COUNT, [null, null, null, ...times(6, '9')], { asOf: 11, window })).toMatchObject({
      targetToDate: '60',
      pace: '0.9',
      possibility: 'impossible',
    });
  });
});
