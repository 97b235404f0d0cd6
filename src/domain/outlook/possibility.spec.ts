import {
  CEILING,
  COUNT,
  judged,
  LEVEL,
  MEAN,
  MONTHLY,
  QUALITY,
  REPLIES,
  SLOWEST,
  times,
  unreported,
} from '../../../test/support/judged.js';
import type { Indicator } from '../indicator.js';
import { openMonths, possibilityOf } from './possibility.js';

const EXACTLY: Indicator = { ...COUNT, comparator: '=' };
const RANGE: Indicator = { ...COUNT, comparator: 'range', target: '50', targetUpper: '60' };
const EACH_TIME: Indicator = { ...COUNT, target: '30', aggregation: 'min' };
const SHARE: Indicator = { ...REPLIES, target: '95' };
const ERRORS: Indicator = { ...REPLIES, comparator: '<=', target: '0' };

describe('whether a target can still be reached', () => {
  it.each([
    ['a count below its target', COUNT, ['59'], 'possible'],
    ['a count at its target', COUNT, ['60'], 'certain'],
    ['more than, at the number', { ...COUNT, comparator: '>' }, ['60'], 'possible'],
    ['more than, above the number', { ...COUNT, comparator: '>' }, ['61'], 'certain'],
    ['a ceiling just kept', CEILING, ['60'], 'possible'],
    ['a ceiling passed', CEILING, ['60.1'], 'impossible'],
    ['less than, at the number', { ...CEILING, comparator: '<' }, ['60'], 'impossible'],
    ['exactly, below', EXACTLY, ['59'], 'possible'],
    ['exactly, at the number', EXACTLY, ['60'], 'possible'],
    ['exactly, above', EXACTLY, ['61'], 'impossible'],
    ['a range, below', RANGE, ['10'], 'possible'],
    ['a range, within', RANGE, ['55'], 'possible'],
    ['a range, above', RANGE, ['61'], 'impossible'],
    ['a slowest case within time', SLOWEST, ['6'], 'possible'],
    ['a slowest case too late', SLOWEST, ['6.5', '1'], 'impossible'],
    ['a smallest meeting large enough', EACH_TIME, ['30'], 'possible'],
    ['a smallest meeting too small', EACH_TIME, ['29', '90'], 'impossible'],
    ['a smallest meeting that may not be larger', { ...EACH_TIME, comparator: '<=' }, ['29'], 'certain'],
    ['a level not reached', LEVEL, ['4'], 'possible'],
    ['a level reached, which may fall again', LEVEL, ['5'], 'possible'],
    ['a mean so high that zeros cannot spoil it', MEAN, ['60'], 'certain'],
    ['a mean that zeros could spoil', MEAN, ['59'], 'possible'],
    ['a mean below', MEAN, ['1'], 'possible'],
    ['a mean over a ceiling, which may still come down', { ...MEAN, comparator: '<=' }, ['59'], 'possible'],
    ['a mean too far over a ceiling', { ...MEAN, comparator: '<=' }, ['61'], 'impossible'],
    ['all letters answered', REPLIES, ['9/9'], 'possible'],
    ['one letter of a thousand unanswered', REPLIES, ['999/1000'], 'impossible'],
    ['one letter unanswered, in proportion', { ...REPLIES, rule: 'proportional' }, ['999/1000'], 'possible'],
    ['a share that can still rise', SHARE, ['1/2'], 'possible'],
    ['no error allowed, none made', ERRORS, ['0/9'], 'possible'],
    ['no error allowed, one made', ERRORS, ['1/9'], 'impossible'],
    ['a cost recovery above 100 %', { ...REPLIES, target: '120' }, ['100/100'], 'possible'],
    ['every month met', MONTHLY, ['4', '5'], 'possible'],
    ['a month missed', MONTHLY, ['4', '3'], 'impossible'],
    ['a month missed, in proportion', { ...MONTHLY, rule: 'proportional' }, ['4', '3'], 'possible'],
    ['nothing reported', COUNT, [null, null], 'possible'],
    ['not due yet', QUALITY, [null, null], 'possible'],
    ['not applicable', COUNT, ['n/a'], null],
  ] as [string, Indicator, (string | null)[], string | null][])('%s', (_, indicator, months, expected) => {
    expect(possibilityOf(judged(indicator, months))).toBe(expected);
  });

  it.each([
    ['reached', COUNT, times(12, '5'), 'certain'],
    ['not reached', COUNT, times(12, '4.9'), 'impossible'],
    ['reached every month', MONTHLY, times(12, '4'), 'certain'],
    [
      'missed in one month, in proportion',
      { ...MONTHLY, rule: 'proportional' },
      [...times(11, '4'), '3'],
      'impossible',
    ],
    ['graded in its highest band', QUALITY, [...unreported(11), 'achieved 0.9'], 'certain'],
    ['graded below', QUALITY, [...unreported(11), 'partial 0.7'], 'impossible'],
    ['reached in the months that apply', COUNT, [...times(11, '6'), 'n/a'], 'certain'],
  ] as [string, Indicator, (string | null)[], string][])(
    'is settled when no month is left: %s',
    (_, indicator, months, expected) => {
      expect(possibilityOf(judged(indicator, months))).toBe(expected);
    },
  );

  it('is still open in December while a month is missing', () => {
    expect(possibilityOf(judged(COUNT, times(11, '5'), { asOf: 12 }))).toBe('possible');
  });
});

describe('the open months', () => {
  it.each([
    ['those to come', COUNT, times(4, '5'), 4, 8],
    ['and those that are missing', COUNT, times(4, '5'), 6, 8],
    ['without those that do not apply', COUNT, ['5', 'n/a', '5', '5'], 4, 8],
    ['one where it is due once', QUALITY, [null], 3, 1],
    ['none after that', QUALITY, [...unreported(11), 'achieved 1'], 12, 0],
    ['one while it lies ahead, though something is reported', QUALITY, ['partial 0.7'], 3, 1],
  ] as [string, Indicator, (string | null)[], number, number][])('are %s', (_, indicator, months, asOf, expected) => {
    expect(openMonths(judged(indicator, months, { asOf }))).toBe(expected);
  });
});
