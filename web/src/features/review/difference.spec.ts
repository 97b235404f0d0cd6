import { entryOf } from '../../../../test/support/entry/sample-rows.js';
import { differenceTo } from './difference.js';

const COUNT = { aggregation: 'sum', unit: '次' } as const;
const SHARE = { aggregation: 'ratio', unit: '%' } as const;
const then = (changes: Parameters<typeof entryOf>[1]) => entryOf('2026-09', changes);
const now = (changes: Parameters<typeof entryOf>[1]) => entryOf('2026-10', changes);

describe('how far a month lies from the one before', () => {
  it.each([
    ['more, with its sign', COUNT, then({ value: '4' }), now({ value: '1236' }), '+1,232'],
    ['less', COUNT, then({ value: '4.5' }), now({ value: '4' }), '−0.5'],
    ['the same', COUNT, then({ value: '4' }), now({ value: '4.0' }), '0'],
    [
      'a share in its unit',
      SHARE,
      then({ numerator: '1', denominator: '2' }),
      now({ numerator: '3', denominator: '4' }),
      '+25',
    ],
    ['nothing to compare: no month before', COUNT, undefined, now({ value: '4' }), null],
    [
      'nothing to compare: a total since January',
      { ...COUNT, firstMonth: '2026-09' },
      then({ value: '9' }),
      now({ value: '1' }),
      null,
    ],
    ['nothing to compare: not applicable', COUNT, then({ notApplicable: true }), now({ value: '4' }), null],
  ])('%s', (_, indicator, before, entry, difference) => {
    expect(differenceTo(indicator, before, entry)).toBe(difference);
  });
});
