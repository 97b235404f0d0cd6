import {
  CEILING,
  COUNT,
  DIRECT,
  judged,
  LEVEL,
  MONTHLY,
  NATIONAL,
  QUALITY,
  times,
  unreported,
} from '../../../test/support/judged.js';
import { plain, sum, ZERO } from '../exact.js';
import type { Indicator } from '../indicator.js';
import { shortfallOf } from './shortfall.js';

const SATISFACTION: Indicator = { ...LEVEL, name: '群众满意度', weight: '7', dueMonth: 12 };
const EXACTLY: Indicator = { ...DIRECT, comparator: '=' };

describe('what lies between the score and the weight', () => {
  it.each([
    ['a count on its way: the rest of the year is not due', COUNT, times(6, '5'), 6, '0', '5'],
    ['a count behind: what should be there by now is lost', COUNT, times(6, '4'), 6, '1', '5'],
    ['a count ahead', COUNT, times(6, '6'), 6, '0', '4'],
    ['a count of which nothing is reported', COUNT, unreported(6), 6, '5', '5'],
    ['a count when the year is over', COUNT, times(12, '4'), 12, '2', '0'],
    ['all or nothing, not decided yet', DIRECT, times(6, '4'), 6, '0', '10'],
    ['all or nothing, when the year is over', DIRECT, times(12, '4'), 12, '10', '0'],
    ['all or nothing that cannot be met any more', EXACTLY, ['61'], 1, '10', '0'],
    ['a survey of December', SATISFACTION, unreported(6), 6, '0', '7'],
    ['a survey of December, when it is there', SATISFACTION, [...unreported(11), '4'], 12, '1.4', '0'],
    ['a survey of December, when it is not', SATISFACTION, unreported(12), 12, '7', '0'],
    ['a grade of December', QUALITY, unreported(6), 6, '0', '10'],
    ['a grade that was given', QUALITY, [...unreported(11), 'partial 0.7'], 12, '3', '0'],
    ['a ceiling that was passed', CEILING, ['75'], 1, '2', '0'],
    ['a ceiling that is kept, however fast it fills', CEILING, ['60'], 1, '0', '0'],
    ['a level not reached', LEVEL, ['4'], 1, '2', '0'],
    ['a month missed of all or nothing', MONTHLY, ['4', '3'], 2, '10', '0'],
    ['what does not apply', COUNT, ['n/a'], 1, '0', '0'],
  ] as [string, Indicator, (string | null)[], number, string, string][])(
    'of %s',
    (_, indicator, months, asOf, lost, notDue) => {
      const judgement = judged(indicator, months, { asOf });
      const shortfall = shortfallOf(judgement, NATIONAL);
      expect([plain(shortfall.lost), plain(shortfall.notDue)]).toEqual([lost, notDue]);
      const parts = [judgement.score ?? ZERO, shortfall.lost, shortfall.notDue];
      if (judgement.score) expect(plain(sum(parts))).toBe(indicator.weight);
    },
  );
});
